import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/contract/person.ts'
import type { Instant, LocalDate } from '../../../shared/domain/ids.ts'
import { usePlace } from '../phone.ts'
import { canGiveBack, type Entry, upcoming } from './facts.ts'
import { GiveBack } from './GiveBack.tsx'
import { useWhen } from './useWhen.ts'

/** Everything that is to come. */
export function Bookings({ person, today, now }: { person: Person; today: LocalDate; now: Instant }) {
  const { t } = useTranslation('phone')
  const { names } = usePlace()
  const { span } = useWhen()
  const entries = upcoming(person, names, today, now)
  if (entries.length === 0) return null
  const nameOf = ({ kind, name }: Entry): string => {
    if (kind === 'desk') return name ? t('today.desk', { desk: name }) : t('today.aDesk')
    return name
  }
  return (
    <section className="card" aria-labelledby="bookings">
      <h2 id="bookings" className="card__title">
        {t('bookings.title')}
      </h2>
      <ul className="rows">
        {entries.map((entry) => (
          <li key={entry.id} className="row">
            <p className="row__line">
              <span className="row__name">{nameOf(entry)}</span>
              <span className="card__soft">{span(entry.from, entry.until, today)}</span>
            </p>
            {canGiveBack(entry, now) && <GiveBack entry={entry} name={nameOf(entry)} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
