import { useMemo, useSyncExternalStore } from 'react'
import { gaps, type Placed, type Plan, planOf, turned } from './geometry.ts'

const landscape = matchMedia('(orientation: landscape)')

function subscribe(changed: () => void): () => void {
  landscape.addEventListener('change', changed)
  return () => landscape.removeEventListener('change', changed)
}

/** About the room that there is for the plan, lying and standing: only its proportion matters. */
const place = { landscape: { width: 760, height: 540 }, portrait: { width: 1000, height: 1060 } }

/** How much larger desks must become for the place to be drawn otherwise than it is. */
const worthIt = 1.08

/** The plan, drawn so that its desks are large: as it is, closer together, or turned; the same on every screen. */
export function usePlan(desks: readonly Placed[]): Plan {
  const lying = useSyncExternalStore(subscribe, () => landscape.matches)
  return useMemo(() => {
    const { width, height } = lying ? place.landscape : place.portrait
    const scale = (plan: Plan): number => Math.min(width / plan.width, height / plan.height)
    const others = [planOf(desks, gaps.tight), planOf(turned(desks)), planOf(turned(desks), gaps.tight)]
    return others.reduce(
      (best, plan) => (scale(plan) > scale(best) * worthIt ? plan : best),
      planOf(desks, gaps.wide),
    )
  }, [desks, lying])
}
