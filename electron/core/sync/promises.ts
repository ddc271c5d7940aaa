import type { BookingFacts } from '../../../shared/domain/facts.ts'
import type { DeskPromise, OutboxRow } from '../store/outbox-table.ts'

/**
 * Desks that this kiosk gave away and that its replica does not show yet. A promise stays until the hub's own row of the
 * booking has arrived, so that a desk never looks free in between (R5.6, R9.4).
 */
export interface Promises {
  all(): Iterable<DeskPromise>
  add(promise: DeskPromise): void
  /** After a start: what still waits. A promise of a booking that exists already changes nothing on the plan. */
  restore(rows: readonly OutboxRow[]): void
  /** The hub answered: the booking as it has it now, or null when it refused. */
  settle(booking: string, made: BookingFacts | null): void
  clear(): void
}

/** `isKnown`: whether the replica holds an occupancy of that booking. */
export function createPromises(isKnown: (booking: string) => boolean): Promises {
  const open = new Map<string, DeskPromise>()
  const answered = new Map<string, DeskPromise>()
  return {
    *all() {
      for (const [booking, promise] of answered) {
        if (isKnown(booking)) answered.delete(booking)
        else yield promise
      }
      yield* open.values()
    },
    add: (promise) => void open.set(promise.booking, promise),
    restore: (rows) => {
      for (const { promised, payload } of rows) {
        if (promised && (payload as { booking?: unknown }).booking === promised.booking)
          open.set(promised.booking, promised)
      }
    },
    settle: (booking, made) => {
      const promise = open.get(booking)
      open.delete(booking)
      if (!promise || !made || made.id !== booking) return
      const { item, date, from, until } = made
      answered.set(booking, { ...promise, item, date, from, until })
    },
    clear: () => {
      open.clear()
      answered.clear()
    },
  }
}
