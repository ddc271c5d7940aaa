import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemId } from '../../../../shared/domain/ids.ts'
import { formatLongDay } from '../../../i18n/format.ts'
import { FieldError } from '../../../ui/Field.tsx'
import { type ScreenOf, useErrorText, useLocale, useSend, useView } from '../../page.ts'
import { DateStrip } from '../../parts/DateStrip.tsx'
import { type DeskLook, lookIcons } from '../../parts/plan/looks.ts'
import { FloorPlan } from './FloorPlan.tsx'
import { PayButtons } from './PayButtons.tsx'
import './desks.css'

/** Which desk, which day, and what it costs (R1.4, R5.1, R5.2). */
export function Desks({ screen }: { screen: ScreenOf<'desks'> }) {
  const { t } = useTranslation('kiosk')
  const { language } = useLocale()
  const send = useSend()
  const desks = useView((view) => view.catalogue.desks)
  const date = useView((view) => view.catalogue.date)
  const today = useView((view) => view.catalogue.today)
  const error = useErrorText()(screen.error)
  const { picked, pick } = usePicked(screen)
  const label = desks.find((desk) => desk.id === picked)?.label
  const looks: DeskLook[] = ['free', 'taken', 'picked']
  if (desks.some((desk) => desk.state === 'yours')) looks.push('yours')
  if (desks.some((desk) => desk.state === 'assigned')) looks.push('assigned')
  const noneFree = desks.length > 0 && !desks.some((desk) => desk.state === 'free' || desk.state === 'yours')
  const { startsLater } = screen

  return (
    <div className="desks">
      <div className="desks__head">
        <h1 className="screen__heading">{t(screen.moving ? 'desks.titleMoving' : 'desks.title')}</h1>
        {screen.days.length > 1 && (
          <DateStrip
            days={screen.days}
            date={date}
            today={today}
            onPick={(day) => send('pickDate', { date: day })}
          />
        )}
        {startsLater && (
          <p className="desks__later">
            {t('desks.startsLater', {
              plan: startsLater.plan,
              day: formatLongDay(startsLater.on, language),
            })}
          </p>
        )}
      </div>
      <div className="desks__plan">
        <FloorPlan desks={desks} selected={picked} onPick={pick} />
      </div>
      <Legend looks={looks} />
      <div className="desks__foot">
        <div className="desks__answer" aria-live="polite">
          {error && <FieldError text={error} />}
          {!error && noneFree && <p>{t('desks.noneFree')}</p>}
        </div>
        <PayButtons pay={screen.pay} desk={label ?? null} moving={screen.moving} />
      </div>
    </div>
  )
}

/** The picked desk: what was tapped counts at once, until the core says otherwise. */
function usePicked(screen: ScreenOf<'desks'>): { picked: ItemId | null; pick: (desk: ItemId) => void } {
  const send = useSend()
  const [tapped, setTapped] = useState<ItemId | null>(null)
  // Whatever comes from the core replaces the guess
  useEffect(() => setTapped(null), [screen.selected, screen.error])
  const pick = (desk: ItemId): void => {
    setTapped(desk)
    send('pickDesk', { desk })
  }
  return { picked: tapped ?? screen.selected, pick }
}

/** What the looks of the desks mean: colour, sign and word. */
function Legend({ looks }: { looks: readonly DeskLook[] }) {
  const { t } = useTranslation('kiosk')
  return (
    <ul className="legend">
      {looks.map((look) => {
        const Icon = lookIcons[look]
        return (
          <li key={look} className={`legend__one legend__one--${look}`}>
            <span className="legend__swatch" aria-hidden>
              {Icon && <Icon />}
            </span>
            {t(`desks.legend.${look}`)}
          </li>
        )
      })}
    </ul>
  )
}
