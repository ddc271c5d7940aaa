import type { Instant, LocationId } from '../../../shared/domain/ids.ts'
import type { System } from '../../lib/system.ts'
import type { Store } from '../store/store.ts'
import type { JobContext } from './context.ts'

/** Work that goes through as many people, bookings or rows as a place has, one piece after another. */
export type WalkName =
  | 'grants'
  | 'grants-over'
  | 'subscriptions'
  | 'plans-begin'
  | 'plans-ended'
  | 'day-desks'
  | 'day-reservations'
  | 'day-rows'
  | 'day-sessions'
  | 'prune-lists'
  | 'prune-hub'

/**
 * One piece of a walk: goes on from `cursor` ('' = the beginning) while `hasTime()`, and returns where it stopped; null at
 * the end. What it does twice must come to the same, and what lies behind the cursor need not be looked at again.
 */
export type Step = (context: JobContext, cursor: string, hasTime: () => boolean) => string | null

/** Milliseconds and things of one piece: whoever waits for the writer waits no longer than a few of them. */
const pieceTime = 10
const pieceSize = 500

/** Where the cursors of unfinished walks lie in the store: with what the walk wrote, so that a crash repeats nothing. */
const beginning = 'walk:'
const keyOf = (location: LocationId, name: WalkName): string => `${beginning}${name}:${location}`

/**
 * Does the first piece at once, as far as the job that it is part of still has time, and leaves the rest to jobs of their
 * own. One that is under way begins anew.
 */
export function startWalk(context: JobContext, name: WalkName, step: Step): void {
  // At the start nobody waits yet.
  const since = context.walks.isServing ? context.now : context.system.now()
  advance(context, name, step, '', piece(context.system, since))
}

/** Does the next piece of a walk that is under way: at least one thing, however late it is. */
export function continueWalk(context: JobContext, name: WalkName, step: Step): void {
  const cursor = context.store.meta.get(keyOf(context.location, name))
  if (cursor === undefined) return
  const hasTime = piece(context.system, context.now)
  let isFirst = true
  advance(context, name, step, cursor, () => {
    const goesOn = hasTime() || isFirst
    isFirst = false
    return goesOn
  })
}

export function isWalking(
  { store, location }: Pick<JobContext, 'store' | 'location'>,
  name: WalkName,
): boolean {
  return store.meta.get(keyOf(location, name)) !== undefined
}

/** Walks that have not come to their end. */
export function openWalks(store: Store): { name: WalkName; location: LocationId }[] {
  return store.meta.keys(beginning).map((key) => {
    const colon = key.indexOf(':')
    return { name: key.slice(0, colon) as WalkName, location: key.slice(colon + 1) }
  })
}

function advance(
  context: JobContext,
  name: WalkName,
  step: Step,
  cursor: string,
  hasTime: () => boolean,
): void {
  const { store, location } = context
  const next = step(context, cursor, hasTime)
  if (next === null) return store.meta.remove(keyOf(location, name))
  store.meta.set(keyOf(location, name), next)
  context.walks.wake()
}

function piece(system: System, since: Instant): () => boolean {
  const until = since + pieceTime
  let left = pieceSize
  return () => left-- > 0 && system.now() < until
}

/** So many are read at once. */
const pageSize = 100

/** Sees to things one by one while there is time, reading them page by page; returns what a `Step` returns. */
export function walkThrough<T>(
  cursor: string,
  hasTime: () => boolean,
  {
    read,
    cursorOf,
    seeTo,
  }: {
    /** At most `limit` things after the cursor, in order. */
    read(cursor: string, limit: number): T[]
    cursorOf(thing: T): string
    seeTo(thing: T): void
  },
): string | null {
  for (let at = cursor; ; ) {
    const things = read(at, pageSize)
    if (things.length === 0) return null
    for (const thing of things) {
      if (!hasTime()) return at
      seeTo(thing)
      at = cursorOf(thing)
    }
  }
}
