import type { DeskFacts, OccupancyFacts } from './facts.ts'
import type { Instant, ItemId } from './ids.ts'

/** Whether nobody holds the desk at any moment of [from, until) (I1, R5.6). */
export function isFree(
  desk: ItemId,
  from: Instant,
  until: Instant,
  occupancies: readonly OccupancyFacts[],
): boolean {
  for (const held of occupancies) {
    // A booking checked out before it began has no length and holds nothing.
    if (held.item === desk && held.from < held.until && held.from < until && from < held.until) return false
  }
  return true
}

/**
 * The free bookable desk that is nearest to another on the floor plan, ties by label; null when all are taken (R9.4).
 * `to` itself counts too if it is free.
 */
export function nearestFree(
  to: DeskFacts,
  desks: readonly DeskFacts[],
  from: Instant,
  until: Instant,
  occupancies: readonly OccupancyFacts[],
): DeskFacts | null {
  let nearest: DeskFacts | null = null
  for (const desk of desks) {
    if (!desk.bookable || !isFree(desk.id, from, until, occupancies)) continue
    if (nearest === null || isNearer(desk, nearest, to)) nearest = desk
  }
  return nearest
}

function isNearer(a: DeskFacts, b: DeskFacts, to: DeskFacts): boolean {
  const [toA, toB] = [squaredDistance(a, to), squaredDistance(b, to)]
  if (toA !== toB) return toA < toB
  return a.label === b.label ? a.id < b.id : a.label < b.label
}

function squaredDistance(a: DeskFacts, b: DeskFacts): number {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2
}
