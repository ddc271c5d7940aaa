import type { ItemRow } from '../../../../shared/contract/rows.ts'
import { formatAge } from '../../../i18n/format.ts'
import { useMinute } from '../../../ui/clock.ts'
import { useLocale, useSend } from '../../page.ts'
import { ItemPicture } from '../../parts/pictures/ItemPicture.tsx'
import { VisibleBadge } from '../../parts/VisibleBadge.tsx'
import './item-card.css'

/** A post, or a matter for reception: something to be read first. */
export function ReadCard({ item }: { item: ItemRow }) {
  const { language } = useLocale()
  const send = useSend()
  const now = useMinute()
  return (
    <li className="item-card">
      <ItemPicture item={item} />
      <div className="item-card__words">
        <VisibleBadge item={item} />
        <h2 className="item-card__name">
          <button
            type="button"
            className="item-card__open"
            onClick={() => send('openItem', { item: item.id })}
          >
            {item.name}
          </button>
        </h2>
        {item.description && <p className="item-card__text">{item.description}</p>}
        {item.at !== null && (
          <p className="item-card__date">{formatAge(Math.min(item.at, now), now, language)}</p>
        )}
      </div>
    </li>
  )
}
