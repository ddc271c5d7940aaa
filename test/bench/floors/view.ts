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
 * with one look-up a desk. Nothing about people, days, prices or promises. Gives how to make one change after another.
 */
export function oneLookUpADesk(desks: readonly Desk[], held: ReadonlyMap<string, string>) {
  const holders = new Map(held)
  let shown: (Desk & { state: 'free' | 'taken' })[] = []
  return {
    change: (n: number): void => {
      const { id } = desks[n % desks.length] as Desk
      if (!holders.delete(id)) holders.set(id, `booking-${n}`)
      shown = desks.map((desk) => ({ ...desk, state: holders.has(desk.id) ? 'taken' : 'free' }))
    },
    taken: (): number => shown.filter(({ state }) => state === 'taken').length,
  }
}
