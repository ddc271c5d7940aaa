import { useMemo, useSyncExternalStore } from 'react'
import { type Placed, type Plan, planOf, turned } from './geometry.ts'

const landscape = matchMedia('(orientation: landscape)')

function subscribe(changed: () => void): () => void {
  landscape.addEventListener('change', changed)
  return () => landscape.removeEventListener('change', changed)
}

/** About the room that there is for the plan, lying and standing: only its proportion matters. */
const place = { landscape: { width: 760, height: 560 }, portrait: { width: 1000, height: 1000 } }

/** The plan, lying on the side on which its desks are larger; the same on every screen. */
export function usePlan(desks: readonly Placed[]): Plan {
  const lying = useSyncExternalStore(subscribe, () => landscape.matches)
  return useMemo(() => {
    const plan = planOf(desks)
    const { width, height } = lying ? place.landscape : place.portrait
    const scale = (w: number, h: number): number => Math.min(width / w, height / h)
    const better = scale(plan.height, plan.width) / scale(plan.width, plan.height)
    return better > 1.1 ? planOf(turned(desks)) : plan
  }, [desks, lying])
}
