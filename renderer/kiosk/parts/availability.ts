import type { CatalogueSlice } from '../../../shared/contract/kiosk-view.ts'
import type { ItemRow } from '../../../shared/contract/rows.ts'
import type { Instant } from '../../../shared/domain/ids.ts'

/** How things stand with an item, as far as the catalogue knows: whether it can be had now, later, or not. */
export type Availability =
  | { kind: 'free-now' }
  | { kind: 'free-from'; at: Instant }
  | { kind: 'not-today' }
  | { kind: 'places'; left: number }
  | { kind: 'over' }
  | { kind: 'stock'; left: number }

/** Few enough to be worth saying. */
const fewPieces = 5

/** Null = there is nothing to be said about it. */
export function availabilityOf(
  item: ItemRow,
  nextFree: CatalogueSlice['nextFree'],
  now: Instant,
): Availability | null {
  if (item.event) {
    if (item.event.until <= now) return { kind: 'over' }
    if (item.event.places === null) return null
    return { kind: 'places', left: Math.max(0, item.event.places - item.event.taken) }
  }
  if (item.stock !== null) return item.stock <= fewPieces ? { kind: 'stock', left: item.stock } : null
  const free = item.bookable ? nextFree?.[item.id] : undefined
  if (free === undefined) return null
  if (free === null) return { kind: 'not-today' }
  return free <= now ? { kind: 'free-now' } : { kind: 'free-from', at: free }
}

/** Good news, less good news, or none. */
export function toneOf(availability: Availability): 'yes' | 'later' | 'no' {
  if (availability.kind === 'free-now') return 'yes'
  if (availability.kind === 'places' || availability.kind === 'stock')
    return availability.left > 0 ? 'yes' : 'no'
  return availability.kind === 'free-from' ? 'later' : 'no'
}
