import { Banknote, CalendarDays, Clock3, MapPin, Sparkles, Timer, UsersRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ItemRow } from '../../../../shared/contract/rows.ts'
import { dayOf, formatDuration, formatHours, formatLongDay, formatSpan } from '../../../i18n/format.ts'
import { isAlways } from '../../../i18n/hours.ts'
import { useLocale, useView } from '../../page.ts'
import { useFeatures } from '../../parts/useFeatures.ts'
import { usePriceText } from '../../parts/usePriceText.ts'
import './item-facts.css'

/** What is to be known of an item at a glance: price, when, where, for how many, what is there. */
export function ItemFacts({ item }: { item: ItemRow }) {
  const { t } = useTranslation('offers')
  const price = usePriceText()(item.price, item.per)
  const words = useFeatures()
  const when = useWhen()(item)
  const hours = useHours()(item)
  const where = item.event?.where || item.area
  const facts = [
    price && { icon: Banknote, text: [price.amount, price.per].filter(Boolean).join(' '), strong: true },
    when && { icon: CalendarDays, text: when, strong: true },
    where && { icon: MapPin, text: where },
    item.capacity && { icon: UsersRound, text: t('item.capacity', { count: item.capacity }) },
    hours && { icon: Clock3, text: hours.when },
    hours && { icon: Timer, text: hours.lengths },
    item.features.length > 0 && { icon: Sparkles, text: words(item.features).join(', ') },
  ].filter((fact) => fact !== null && typeof fact === 'object')
  if (facts.length === 0) return null
  return (
    <ul className="item-facts">
      {facts.map(({ icon: Icon, text, ...fact }) => (
        <li
          key={text}
          className={'strong' in fact ? 'item-facts__one item-facts__one--strong' : 'item-facts__one'}
        >
          <Icon aria-hidden />
          {text}
        </li>
      ))}
    </ul>
  )
}

/** "Thursday 26 November, 09:00–10:30". */
function useWhen(): (item: ItemRow) => string | null {
  const { language, zone } = useLocale()
  return ({ event }) =>
    event &&
    `${formatLongDay(dayOf(event.from, zone), language)}, ${formatSpan(event.from, event.until, zone, language)}`
}

/** When it can be used, and for how long at a time. */
function useHours(): (item: ItemRow) => { when: string; lengths: string } | null {
  const { t } = useTranslation('offers')
  const { language } = useLocale()
  const opening = useView((view) => view.shell.location?.openingHours)
  return ({ bookable }) => {
    if (!bookable) return null
    const hours = bookable.hours ?? opening ?? {}
    const when = isAlways(hours) ? t('item.always') : formatHours(hours, language).join(', ')
    const length = (minutes: number): string => formatDuration(minutes, language)
    if (bookable.by === 'day') return { when, lengths: t('item.wholeDay') }
    return { when, lengths: t('item.lengths', { min: length(bookable.min), max: length(bookable.max) }) }
  }
}
