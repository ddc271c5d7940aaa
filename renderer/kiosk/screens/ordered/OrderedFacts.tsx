import { CalendarDays, Clock3, Hash, MapPin, Store } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { dayOf, formatLongDay, formatSpan } from '../../../i18n/format.ts'
import { type ScreenOf, useLocale, useView } from '../../page.ts'
import './ordered-facts.css'

/** What it is, when, where and how many. */
export function OrderedFacts({ screen }: { screen: ScreenOf<'ordered'> }) {
  const { t } = useTranslation('offers')
  const { t: tCommon } = useTranslation('common')
  const { language, zone } = useLocale()
  const today = useView((view) => view.catalogue.today)
  const { item, when, startsOn, quantity, what } = screen
  const dayText = (date: string): string =>
    date === today ? tCommon('today') : formatLongDay(date, language)
  const where = item.event?.where || item.area
  const facts = [
    when && { icon: CalendarDays, text: dayText(dayOf(when.from, zone)) },
    when && { icon: Clock3, text: formatSpan(when.from, when.until, zone, language) },
    startsOn && {
      icon: CalendarDays,
      text:
        startsOn === today
          ? t('ordered.startsToday')
          : t('ordered.starts', { day: formatLongDay(startsOn, language) }),
    },
    quantity > 1 && { icon: Hash, text: t('ordered.pieces', { count: quantity }) },
    what === 'shop' && { icon: Store, text: t('ordered.fetch') },
    where && { icon: MapPin, text: where },
  ].filter((fact) => fact !== null && typeof fact === 'object')
  return (
    <div className="ordered-facts">
      <p className="ordered-facts__name">{item.name}</p>
      <ul>
        {facts.map(({ icon: Icon, text }) => (
          <li key={text}>
            <Icon aria-hidden />
            {text}
          </li>
        ))}
      </ul>
    </div>
  )
}
