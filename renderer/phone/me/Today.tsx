import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/contract/person.ts'
import type { Instant, LocalDate } from '../../../shared/domain/ids.ts'
import { usePlace } from '../phone.ts'
import { coveredBy, deskToday, needsNoCheckIn } from './facts.ts'
import { useWhen } from './useWhen.ts'

/** Today's desk, or why none is needed, or how to get one. */
export function Today({ person, today, now }: { person: Person; today: LocalDate; now: Instant }) {
  const { t } = useTranslation('phone')
  const { t: tCommon } = useTranslation('common')
  const { names } = usePlace()
  const { time } = useWhen()
  const desk = deskToday(person, names, today, now)
  const included = needsNoCheckIn(person, today)
  return (
    <section className="card" aria-labelledby="today">
      <h2 id="today" className="card__title">
        {tCommon('today')}
      </h2>
      {desk && (
        <p>
          <span className="card__large">
            {desk.name ? t('today.desk', { desk: desk.name }) : t('today.aDesk')}
          </span>
          <br />
          <span className="card__soft">{tCommon('until', { time: time(desk.until) })}</span>
        </p>
      )}
      {included && <p>{t('today.included', { why: coveredBy(person, today) })}</p>}
      {!desk && !included && <p className="card__soft">{t('today.none')}</p>}
    </section>
  )
}
