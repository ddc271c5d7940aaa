import { MapPin, UsersRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ItemRow } from '../../../../shared/contract/rows.ts'
import { dayOf, formatDay, formatSpan } from '../../../i18n/format.ts'
import { useLocale, useSend, useView } from '../../page.ts'
import { AvailabilityLine } from '../../parts/AvailabilityLine.tsx'
import { ItemPicture } from '../../parts/pictures/ItemPicture.tsx'
import { usePriceText } from '../../parts/usePriceText.ts'
import { VisibleBadge } from '../../parts/VisibleBadge.tsx'
import './item-card.css'

/** Something on offer, with its picture. All of the card opens it; its name is the button. */
export function ItemCard({ item }: { item: ItemRow }) {
  const send = useSend()
  const price = usePriceText()(item.price, item.per)
  return (
    <li className="item-card">
      <ItemPicture item={item} />
      <VisibleBadge item={item} />
      <div className="item-card__words">
        <h2 className="item-card__name">
          <button
            type="button"
            className="item-card__open"
            onClick={() => send('openItem', { item: item.id })}
          >
            {item.name}
          </button>
        </h2>
        <When item={item} />
        <Where item={item} />
        <div className="item-card__foot">
          <AvailabilityLine item={item} />
          {price && (
            <p className="item-card__price">
              {price.amount} <span>{price.per}</span>
            </p>
          )}
        </div>
      </div>
    </li>
  )
}

function When({ item: { event } }: { item: ItemRow }) {
  const { t } = useTranslation('common')
  const { language, zone } = useLocale()
  const today = useView((view) => view.catalogue.today)
  if (!event) return null
  const date = dayOf(event.from, zone)
  const day = date === today ? t('today') : formatDay(date, language)
  return (
    <p className="item-card__when">
      {day}, {formatSpan(event.from, event.until, zone, language)}
    </p>
  )
}

/** Place and capacity, on one line. */
function Where({ item: { area, capacity, event } }: { item: ItemRow }) {
  const { t } = useTranslation('offers')
  const where = event?.where || area
  if (!where && !capacity) return null
  return (
    <p className="item-card__where">
      {where && (
        <span>
          <MapPin aria-hidden />
          {where}
        </span>
      )}
      {capacity && (
        <span>
          <UsersRound aria-hidden />
          {t('card.persons', { count: capacity })}
        </span>
      )}
    </p>
  )
}
