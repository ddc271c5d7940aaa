import type { Need } from './attention.ts'

export interface Held {
  need: Need
  /** Where in the list it stood. */
  place: number
}

/** What is open, with what is being settled kept in its place though the data may have it no more. */
export function withHeld(open: readonly Need[], held: readonly Held[]): Need[] {
  const listed = [...open]
  const openIds = new Set(open.map(({ id }) => id))
  for (const { need, place } of held.toSorted((a, b) => a.place - b.place)) {
    if (!openIds.has(need.id)) listed.splice(place, 0, need)
  }
  return listed
}
