import { type FoyerError, failure } from '../../../shared/contract/errors.ts'
import type { ItemRow } from '../../../shared/contract/rows.ts'
import type { Slot } from '../../../shared/domain/reservation.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { Window } from '../../../shared/domain/time.ts'

const minute = 60_000

/**
 * The stretch that is picked: whole times in a row. A shorter one than can be had grows to that length, so that one tap
 * does. Errors: `item-taken`, `date-past`, `time-invalid`.
 */
export function pickTime(
  slots: readonly Slot[],
  { by, min, max }: NonNullable<ItemRow['bookable']>,
  { from, until }: Window,
): Result<Window, FoyerError> {
  const byDay = by === 'day'
  const start = slots.findIndex((slot) => slot.from === from)
  const end = slots.findIndex((slot) => slot.until === until)
  if (start < 0 || end < start) return failure('time-invalid')
  const last = byDay ? end : lengthened(slots, start, end, min * minute)
  if (last === null) return failure('time-invalid')
  const picked = slots.slice(start, last + 1)
  const whole = { from, until: picked.at(-1)?.until ?? until }
  const taken = picked.some(({ state }) => state === 'taken' || state === 'yours')
  if (taken) return failure('item-taken')
  if (picked.some(({ state }) => state === 'over')) return failure('date-past')
  return !byDay && whole.until - whole.from > max * minute ? failure('time-invalid') : ok(whole)
}

/** The last time that makes it as long as it must be; null when the day ends before. */
function lengthened(slots: readonly Slot[], start: number, end: number, least: number): number | null {
  const from = slots[start]?.from ?? 0
  const last = slots.findIndex((slot, at) => at >= end && slot.until - from >= least)
  return last < 0 ? null : last
}
