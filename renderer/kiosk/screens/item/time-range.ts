import type { ItemScreen } from '../../../../shared/contract/kiosk-view.ts'
import type { Instant } from '../../../../shared/domain/ids.ts'

export type Slot = NonNullable<ItemScreen['times']>['slots'][number]

export interface TimeRange {
  from: Instant
  until: Instant
}

/** How short and how long a time range may be, in minutes. Null = whole days: one slot is all there is to pick. */
export type Bounds = { min: number; max: number } | null

const minute = 60_000

/**
 * What is picked once a slot was tapped; null = nothing.
 *
 * A free slot starts a range, as long as the shortest that can be had. A second one draws it out to there, when all between
 * is free and it does not become too long; else the range starts anew there. A slot of the range itself takes it back: its
 * first slot all of it, another one what lies behind; what would become too short goes altogether.
 */
export function tapSlot(
  slots: readonly Slot[],
  picked: TimeRange | null,
  tapped: Slot,
  bounds: Bounds,
): TimeRange | null {
  if (tapped.state !== 'free') return picked
  if (!bounds) return picked?.from === tapped.from ? null : { from: tapped.from, until: tapped.until }
  if (picked && within(picked, tapped)) return shortened(picked, tapped, bounds)
  const drawn = picked && {
    from: Math.min(picked.from, tapped.from),
    until: Math.max(picked.until, tapped.until),
  }
  if (drawn && lengthOf(drawn) <= bounds.max && isFree(slots, drawn)) return drawn
  return startAt(slots, tapped, bounds)
}

/** Whether a slot lies in a time range. */
export function within(range: TimeRange, slot: TimeRange): boolean {
  return slot.from >= range.from && slot.until <= range.until
}

function shortened(picked: TimeRange, tapped: Slot, { min }: { min: number }): TimeRange | null {
  if (tapped.from === picked.from) return null
  // The last one gives way itself; one in the middle becomes the last.
  const until = tapped.until === picked.until ? tapped.from : tapped.until
  const rest = { from: picked.from, until }
  return lengthOf(rest) >= min ? rest : null
}

/** The shortest time range that begins with a slot, or ends with it where what follows is taken. */
function startAt(slots: readonly Slot[], { from, until }: Slot, { min }: { min: number }): TimeRange | null {
  const length = min * minute
  const last = slots.find((slot) => slot.until >= Math.max(until, from + length))
  const forward = { from, until: last?.until ?? until }
  if (lengthOf(forward) >= min && isFree(slots, forward)) return forward
  const first = slots.findLast((slot) => slot.from <= Math.min(from, until - length))
  const backward = { from: first?.from ?? from, until }
  return lengthOf(backward) >= min && isFree(slots, backward) ? backward : null
}

/** Every slot of a time range is free, and they follow each other without a gap. */
function isFree(slots: readonly Slot[], range: TimeRange): boolean {
  const inside = slots.filter((slot) => within(range, slot))
  return (
    inside.length > 0 &&
    inside[0]?.from === range.from &&
    inside.at(-1)?.until === range.until &&
    inside.every(({ state, until }, i) => state === 'free' && (inside[i + 1]?.from ?? range.until) === until)
  )
}

const lengthOf = ({ from, until }: TimeRange): number => (until - from) / minute
