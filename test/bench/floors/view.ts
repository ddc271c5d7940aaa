/** A desk of the floor plan, held or not: what a page draws. */
interface Desk {
  id: string
  label: string
  area: string
  bookable: boolean
  x: number
  y: number
  features: string[]
  visibility: 'public'
}

/**
 * The floor of `view`: who holds which desk in a plain Map; a change sets or deletes one, and the page's rows are made anew
 * with one look-up a desk. Nothing about people, days, prices or promises. Milliseconds a change.
 */
export function oneLookUpADesk(
  desks: readonly Desk[],
  held: ReadonlyMap<string, string>,
  changes: number,
): number {
  const holders = new Map(held)
  let shown: (Desk & { state: 'free' | 'taken' })[] = []
  let sent = 0
  const change = (n: number): void => {
    const { id } = desks[n % desks.length] as Desk
    if (!holders.delete(id)) holders.set(id, `booking-${n}`)
    shown = desks.map((desk) => ({ ...desk, state: holders.has(desk.id) ? 'taken' : 'free' }))
    sent += shown.length
  }
  // Compiled before it counts, as what it is compared with is.
  for (let n = 0; n < changes; n++) change(n)
  const began = performance.now()
  for (let n = 0; n < changes; n++) change(n)
  const each = (performance.now() - began) / changes
  if (sent !== 2 * changes * desks.length) throw new Error('not every desk was looked at')
  return each
}
