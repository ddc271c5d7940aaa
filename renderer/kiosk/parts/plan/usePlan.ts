import { useMemo, useState, useSyncExternalStore } from 'react'
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
  // Desks are new objects whenever one of them is taken; the place is laid out again only when one has moved.
  const [placed, setPlaced] = useState(desks)
  if (!standAlike(placed, desks)) setPlaced(desks)
  return useMemo(() => {
    const { width, height } = lying ? place.landscape : place.portrait
    const scale = (plan: Plan): number => Math.min(width / plan.width, height / plan.height)
    const others = [planOf(placed, gaps.tight), planOf(turned(placed)), planOf(turned(placed), gaps.tight)]
    return others.reduce(
      (best, plan) => (scale(plan) > scale(best) * worthIt ? plan : best),
      planOf(placed, gaps.wide),
    )
  }, [placed, lying])
}

function standAlike(some: readonly Placed[], others: readonly Placed[]): boolean {
  return (
    some === others ||
    (some.length === others.length &&
      some.every((one, i) => {
        const other = others[i] as Placed
        return one.id === other.id && one.area === other.area && one.x === other.x && one.y === other.y
      }))
  )
}
