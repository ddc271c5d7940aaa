import { useMemo } from 'react'
import type { CatalogueSlice } from '../../../../shared/contract/kiosk-view.ts'
import type { ItemId } from '../../../../shared/domain/ids.ts'
import { useView } from '../../page.ts'
import { DeskPicture } from '../../parts/plan/DeskPicture.tsx'
import type { Plan } from '../../parts/plan/geometry.ts'
import { PlanFrame, placeOf } from '../../parts/plan/PlanFrame.tsx'
import { usePlan } from '../../parts/plan/usePlan.ts'
import './room-picture.css'

type Desk = CatalogueSlice['desks'][number]

/** With more desks than this a picture of them is a pattern: labels and chairs would be too small to be seen. */
const legible = 150

/** The room as it is today, to be looked at: how many desks are free stands in words beside it. */
export function RoomPicture() {
  const desks = useView((view) => view.catalogue.desks)
  const plan = usePlan(desks)
  const byId = useMemo(() => new Map(desks.map((desk) => [desk.id, desk])), [desks])
  if (desks.length === 0) return null
  const isPattern = desks.length > legible
  return (
    <div className="room-picture" aria-hidden>
      <PlanFrame plan={plan} nameless={isPattern}>
        {isPattern ? (
          <Pattern plan={plan} desks={byId} />
        ) : (
          plan.spots.map((spot) => {
            const desk = byId.get(spot.id)
            return (
              desk && (
                <span key={spot.id} className={`desk desk--${desk.state}`} style={placeOf(spot, plan)}>
                  <DeskPicture label={desk.label} look={desk.state} chair={spot.chair} />
                </span>
              )
            )
          })
        )}
      </PlanFrame>
    </div>
  )
}

/** So many desks that each is a dot: one shape for each state, as a thousand elements would hold up the first screen. */
function Pattern({ plan, desks }: { plan: Plan; desks: ReadonlyMap<ItemId, Desk> }) {
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
