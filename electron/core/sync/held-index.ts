import type { Instant, ItemId, LocalDate } from '../../../shared/domain/ids.ts'

/** Somebody holds a desk or an item for a while; who is not said. */
export interface Occupancy {
  booking: string
  item: ItemId
  date: LocalDate
  from: Instant
  until: Instant
}

/** Who holds what, by date and by desk or item: a floor plan looks up each of its desks at every change. */
export interface HeldIndex {
  set(one: Occupancy): void
  delete(booking: string): void
  clear(): void
  find(booking: string): Occupancy | undefined
  /** A list never changes once it was handed out. */
  on(date: LocalDate): ReadonlyMap<ItemId, readonly Occupancy[]>
}

const nothing: ReadonlyMap<ItemId, readonly Occupancy[]> = new Map()

export function createHeldIndex(all: Iterable<Occupancy> = []): HeldIndex {
  const bookings = new Map<string, Occupancy>()
  const dates = new Map<LocalDate, Map<ItemId, readonly Occupancy[]>>()

  const remove = (booking: string): void => {
    const one = bookings.get(booking)
    const items = one && dates.get(one.date)
    if (!items) return
    bookings.delete(booking)
    const left = items.get(one.item)?.filter((other) => other !== one) ?? []
    if (left.length > 0) items.set(one.item, left)
    else items.delete(one.item)
    if (items.size === 0) dates.delete(one.date)
  }

  const set = (one: Occupancy): void => {
    remove(one.booking)
    bookings.set(one.booking, one)
    const items = dates.get(one.date) ?? new Map<ItemId, readonly Occupancy[]>()
    dates.set(one.date, items)
    items.set(one.item, [...(items.get(one.item) ?? []), one])
  }

  for (const one of all) set(one)
  return {
    set,
    delete: remove,
    clear: () => {
      bookings.clear()
      dates.clear()
    },
    find: (booking) => bookings.get(booking),
    on: (date) => dates.get(date) ?? nothing,
  }
}
