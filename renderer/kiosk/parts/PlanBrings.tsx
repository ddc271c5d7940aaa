import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ItemRow } from '../../../shared/contract/rows.ts'
import { formatDays, formatDuration, formatHours } from '../../i18n/format.ts'
import { isAlways } from '../../i18n/hours.ts'
import { useLocale, useView } from '../page.ts'
import './plan-brings.css'

/** What a plan brings, as a list. */
export function PlanBrings({ plan }: { plan: NonNullable<ItemRow['plan']> }) {
  const brings = usePlanBrings()(plan)
  return (
    <ul className="plan-brings">
      {brings.map((line) => (
        <li key={line}>
          <Check aria-hidden />
          {line}
        </li>
      ))}
    </ul>
  )
}

/** What a plan brings, line by line: when its members may come, passes, hours, things at no cost, and how it goes on. */
function usePlanBrings(): (plan: NonNullable<ItemRow['plan']>) => string[] {
  const { t } = useTranslation('offers')
  const { language } = useLocale()
  const items = useView((view) => view.catalogue.items)
  return (plan) => {
    const monthly = plan.period === 'month'
    const lines: string[] = []
    if (plan.kind === 'continuous') {
      const always = !plan.hours || isAlways(plan.hours)
      const hours = plan.hours ? formatHours(plan.hours, language).join(', ') : ''
      lines.push(always ? t('plan.always') : t('plan.within', { hours }), t('plan.noCheckIn'))
    }
    if (plan.passes) {
      const { count, validDays } = plan.passes
      lines.push(
        monthly
          ? t('plan.passesMonthly', { count })
          : t('plan.passes', { count, time: formatDays(validDays, language) }),
      )
    }
    if (plan.minutes > 0) {
      const time = formatDuration(plan.minutes, language)
      lines.push(t(monthly ? 'plan.minutesMonthly' : 'plan.minutes', { time }))
    }
    const names = items.filter(({ id }) => plan.resources.includes(id)).map(({ name }) => name)
    if (names.length > 0) lines.push(t('plan.resources', { names: names.join(', ') }))
    lines.push(t(monthly ? 'plan.monthly' : 'plan.once'))
    return lines
  }
}
