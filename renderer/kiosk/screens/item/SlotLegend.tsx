import { useTranslation } from 'react-i18next'
import { type SlotLook, slotIcons } from './slot-looks.ts'
import type { Slot } from './time-range.ts'

/** What the looks of the times mean: colour, sign and word. Only those that are there, and what a tap makes of them. */
export function SlotLegend({ slots }: { slots: readonly Slot[] }) {
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
