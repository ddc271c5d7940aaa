import { useMemo } from 'react'
import { useView } from '../../page.ts'
import { DeskPicture } from '../../parts/plan/DeskPicture.tsx'
import { PlanFrame, placeOf } from '../../parts/plan/PlanFrame.tsx'
import { usePlan } from '../../parts/plan/usePlan.ts'
import { Pattern } from './Pattern.tsx'

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
