import { CircleCheck, CircleX, Clock3 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ItemRow } from '../../../shared/contract/rows.ts'
import { useMinute } from '../../ui/clock.ts'
import { useView } from '../page.ts'
import { type Availability, availabilityOf, toneOf } from './availability.ts'
import { useClockTime } from './useClockTime.ts'
import './availability.css'

const icons = { yes: CircleCheck, later: Clock3, no: CircleX }

/** "Free now", "12 places left", "Sold out": a sign, a word and a colour. */
export function AvailabilityLine({ item }: { item: ItemRow }) {
  const nextFree = useView((view) => view.catalogue.nextFree)
  const availability = availabilityOf(item, nextFree, useMinute())
  const say = useAvailabilityWords()
  if (!availability) return null
  const tone = toneOf(availability)
  const Icon = icons[tone]
  return (
    <p className={`availability availability--${tone}`}>
      <Icon aria-hidden />
      {say(availability)}
    </p>
  )
}

function useAvailabilityWords(): (availability: Availability) => string {
  const { t } = useTranslation('offers')
  const time = useClockTime()
  return (availability) => {
    switch (availability.kind) {
      case 'free-now':
        return t('card.freeNow')
      case 'free-from':
        return t('card.freeFrom', { time: time(availability.at) })
      case 'not-today':
        return t('card.notToday')
      case 'places':
        return t('card.places', { count: availability.left })
      case 'stock':
        return t('card.stock', { count: availability.left })
      case 'over':
        return t('card.over')
    }
  }
}
