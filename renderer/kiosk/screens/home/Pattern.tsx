import type { CatalogueSlice } from '../../../../shared/contract/kiosk-view.ts'
import type { ItemId } from '../../../../shared/domain/ids.ts'
import type { Plan } from '../../parts/plan/geometry.ts'
import './pattern.css'

type Desk = CatalogueSlice['desks'][number]

/** So many desks that each is a dot: one shape for each state, as a thousand elements would hold up the first screen. */
export function Pattern({ plan, desks }: { plan: Plan; desks: ReadonlyMap<ItemId, Desk> }) {
  const shapes = new Map<Desk['state'], string>()
  for (const { id, x, y } of plan.spots) {
    const state = desks.get(id)?.state
    if (state) shapes.set(state, `${shapes.get(state) ?? ''}M${x - 0.4} ${y - 0.28}h.8v.56h-.8z`)
  }
  return (
    <svg className="pattern" viewBox={`0 0 ${plan.width} ${plan.height}`}>
      {[...shapes].map(([state, shape]) => (
        <path key={state} className={`pattern__desks pattern__desks--${state}`} d={shape} />
      ))}
    </svg>
  )
}
