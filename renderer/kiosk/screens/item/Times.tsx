import { useTranslation } from 'react-i18next'
import type { ItemScreen } from '../../../../shared/contract/kiosk-view.ts'
import { formatTime } from '../../../i18n/format.ts'
import { useLocale, useSend, useView } from '../../page.ts'
import { DateStrip } from '../../parts/DateStrip.tsx'
import { inDayparts } from './dayparts.ts'
import { SlotButton, type SlotLook, slotIcons } from './SlotButton.tsx'
import { type Slot, type TimeRange, within } from './time-range.ts'
import './times.css'

interface TimesProps {
  times: NonNullable<ItemScreen['times']>
  /** By the hour there is a grid, by the day a single choice. */
  byDay: boolean
  picked: TimeRange | null
  onTap: (slot: Slot) => void
}

/** Which day, and which hours of it: free, taken, one's own, over. */
export function Times({ times: { days, date, slots }, byDay, picked, onTap }: TimesProps) {
  const { t } = useTranslation('offers')
  const { language, zone } = useLocale()
  const send = useSend()
  const today = useView((view) => view.catalogue.today)
  const parts = inDayparts(slots, ({ from }) => Number(formatTime(from, zone, language).slice(0, 2)))
  const left = slots.some(({ state }) => state === 'free')
  const slot = (one: Slot) => (
    <SlotButton
      key={one.from}
      slot={one}
      byDay={byDay}
      picked={picked !== null && within(picked, one)}
      onTap={() => onTap(one)}
    />
  )
  return (
    <section className="times" aria-label={t('item.times')}>
      <DateStrip days={days} date={date} today={today} onPick={(day) => send('pickDate', { date: day })} />
      {!left && (
        <p className="times__none" role="status">
          {t(slots.length === 0 ? 'item.closed' : 'item.noneFree')}
        </p>
      )}
      {byDay ? (
        <div className="times__grid times__grid--day">{slots.map(slot)}</div>
      ) : (
        parts.map((group) => (
          <div key={group.part} className="times__part">
            <h2 className="times__name">{t(`item.parts.${group.part}`)}</h2>
            <div className="times__grid">{group.slots.map(slot)}</div>
          </div>
        ))
      )}
      {parts.length > 0 && <SlotLegend slots={slots} />}
    </section>
  )
}

/** What the looks of the times mean: colour, sign and word. Only those that are there, and what a tap makes of them. */
function SlotLegend({ slots }: { slots: readonly Slot[] }) {
  const { t } = useTranslation('offers')
  const states = (['free', 'taken', 'yours', 'over'] as const).filter((state) =>
    slots.some((slot) => slot.state === state),
  )
  const looks: SlotLook[] = [...states, 'picked']
  return (
    <ul className="slot-legend">
      {looks.map((look) => {
        const Icon = slotIcons[look]
        return (
          <li key={look}>
            <span className={`slot-legend__swatch slot--${look}`} aria-hidden>
              {Icon && <Icon />}
            </span>
            {t(`item.slots.${look}`)}
          </li>
        )
      })}
    </ul>
  )
}
