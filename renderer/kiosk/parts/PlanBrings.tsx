import { Check } from 'lucide-react'
import type { ItemRow } from '../../../shared/contract/rows.ts'
import { usePlanBrings } from './usePlanBrings.ts'
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
