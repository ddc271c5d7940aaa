import type { CSSProperties, ReactNode } from 'react'
import type { Area, Plan, Spot } from './geometry.ts'
import { Room } from './Room.tsx'
import './plan.css'

interface PlanFrameProps {
  plan: Plan
  /** Without room for names of areas. */
  nameless?: boolean
  children: ReactNode
}

/** The room, as large as its place allows, with what stands in it. */
export function PlanFrame({ plan, nameless = false, children }: PlanFrameProps) {
  const size = { '--plan-width': plan.width, '--plan-height': plan.height } as CSSProperties
  return (
    <div className="plan-fit">
      <div className="plan" style={size}>
        <Room plan={plan} />
        {!nameless &&
          plan.areas.map((area) => (
            <span key={area.name} className="plan__area" style={cornerOf(area, plan)} aria-hidden>
              {area.name}
            </span>
          ))}
        {children}
      </div>
    </div>
  )
}

/** The corner of an area that its name stands in. */
function cornerOf(area: Area, plan: Plan): CSSProperties {
  return {
    left: `${((area.x + 0.2) / plan.width) * 100}%`,
    top: `${((area.y + 0.12) / plan.height) * 100}%`,
    width: `${((area.width - 0.3) / plan.width) * 100}%`,
  }
}

/** Where a spot is, for the style sheet. */
export function placeOf(spot: Spot, plan: Plan): CSSProperties {
  return { left: `${(spot.x / plan.width) * 100}%`, top: `${(spot.y / plan.height) * 100}%` }
}
