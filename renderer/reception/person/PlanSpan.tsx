import type { SubscriptionRow } from '../data/rows.ts'
import { useWords } from '../state/words.ts'

/** From when until when a plan runs, and when it is renewed. */
export function PlanSpan({ row }: { row: SubscriptionRow }) {
  const { t, day } = useWords()
  const said = [
    t('plans.from', { day: day(row.startsOn) }),
    row.endsOn && t('plans.until', { day: day(row.endsOn) }),
    row.renewsOn && t('plans.renews', { day: day(row.renewsOn) }),
  ]
  return <p className="row__soft">{said.filter(Boolean).join(' · ')}</p>
}
