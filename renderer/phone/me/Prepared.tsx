import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/contract/person.ts'
import { dayOf, formatLongDay } from '../../i18n/format.ts'
import { useHubNow, useLocale, usePlace } from '../phone.ts'
import { ownPlaces, type Plan, passCounts, plansOf } from './facts.ts'

/** What was filled in for an invited member, and what it brings (R4.2, R4.3). */
export function Prepared({ person }: { person: Person }) {
  const { t } = useTranslation('phone')
  const { language, zone } = useLocale()
  const today = dayOf(useHubNow(), zone)
  const plans = plansOf(person, today)
  const places = ownPlaces(person, today)
  const { name, company, email } = person.profile
  const brings = useBrings()(person, plans, today)
  const [first] = [...plans, ...places].map(({ startsOn }) => startsOn).toSorted()
  return (
    <dl className="card facts">
      {name && <Fact label={t('prepared.name')} values={[name]} />}
      <Fact label={t('email.label')} values={[email]} />
      {company && <Fact label={t('prepared.company')} values={[company]} />}
      {plans.length > 0 && <Fact label={t('prepared.plan')} values={plans.map(({ plan }) => plan.name)} />}
      {places.length > 0 && (
        <Fact label={t('prepared.places')} values={places.map(({ itemName }) => itemName)} />
      )}
      {first && <Fact label={t('prepared.starts')} values={[formatLongDay(first, language)]} />}
      {brings.length > 0 && <Fact label={t('prepared.brings')} values={brings} />}
    </dl>
  )
}

function Fact({ label, values }: { label: string; values: string[] }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {values.map((value) => (
          <p key={value}>{value}</p>
        ))}
      </dd>
    </>
  )
}

function useBrings(): (person: Person, plans: Plan[], today: string) => string[] {
  const { t } = useTranslation('phone')
  const { names } = usePlace()
  return (person, plans, today) => {
    const lines: string[] = []
    const open = plans.filter(({ plan }) => plan.kind === 'continuous')
    if (open.length > 0)
      lines.push(t(open.some(({ plan }) => plan.hours === null) ? 'prepared.anyTime' : 'prepared.planHours'))
    const passes = passCounts(person, today)
    if (passes.today + passes.later > 0)
      lines.push(t('prepared.passes', { count: passes.today + passes.later }))
    const hours = Math.floor(plans.reduce((sum, { plan }) => sum + plan.minutes, 0) / 60)
    if (hours > 0) lines.push(t('prepared.hours', { count: hours }))
    for (const id of new Set(plans.flatMap(({ plan }) => plan.resources)))
      if (names[id]) lines.push(names[id])
    return lines
  }
}
