import { useTranslation } from 'react-i18next'
import { type DeskLook, lookIcons } from '../../parts/plan/looks.ts'
import './legend.css'

/** What the looks of the desks mean: colour, sign and word. */
export function Legend({ looks }: { looks: readonly DeskLook[] }) {
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
