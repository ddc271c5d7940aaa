import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/contract/person.ts'
import type { LocalDate } from '../../../shared/domain/ids.ts'
import { formatDay } from '../../i18n/format.ts'
import { useLocale } from '../phone.ts'
import { ownPlaces, passCounts, plansOf } from './facts.ts'

/** Plans, own places and day passes. */
export function Plans({ person, today }: { person: Person; today: LocalDate }) {
  const { t } = useTranslation('phone')
  const term = useTerm()
  const places = ownPlaces(person, today)
  const plans = plansOf(person, today)
  const passes = passCounts(person, today)
  return (
    <section className="card" aria-labelledby="plans">
      <h2 id="plans" className="card__title">
        {t('plans.title')}
      </h2>
      <ul className="rows">
        {plans.map((one) => (
          <li key={one.id} className="row row__line">
            <span className="row__name">{one.plan.name}</span>
            <span className="card__soft">{term(one, today)}</span>
          </li>
        ))}
        {places.map((one) => (
          <li key={one.id} className="row row__line">
            <span className="row__name">{one.itemName}</span>
            <span className="card__soft">{term(one, today)}</span>
          </li>
        ))}
        <li className="row row__line">
          <span className="row__name">{t('plans.passes')}</span>
          <span className="card__soft">
            {t('plans.left', { count: passes.today })}
            {passes.later > 0 && `, ${t('plans.later', { count: passes.later })}`}
          </span>
        </li>
      </ul>
    </section>
  )
}

type Term = { startsOn: LocalDate; endsOn: LocalDate | null; renewsOn?: LocalDate | null }

/** From when until when something runs, in words. */
function useTerm(): (term: Term, today: LocalDate) => string {
  const { t } = useTranslation('phone')
  const { language } = useLocale()
  return ({ startsOn, endsOn, renewsOn }, today) => {
    const day = formatDay(startsOn, language)
    if (endsOn !== null && startsOn > today)
      return t('plans.fromTo', { from: day, to: formatDay(endsOn, language) })
    if (endsOn !== null) return t('plans.until', { day: formatDay(endsOn, language) })
    if (startsOn > today) return t('plans.from', { day })
    return renewsOn ? t('plans.renews', { day: formatDay(renewsOn, language) }) : t('plans.since', { day })
  }
}
