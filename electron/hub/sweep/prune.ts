import type { JobContext } from '../pipeline/context.ts'
import { type Step, walkThrough } from '../pipeline/walks.ts'

const day = 24 * 3_600_000
/** Rows of a kind that reception keeps; older ones get a tombstone. */
const rowsKept = 300
/** Milliseconds for which the answer to a command that no outbox repeats is kept. */
const answersKept = 7 * day
/** The same for those that an outbox repeats; the newest of each device are kept however old they are. */
const durableKept = 30 * day
/** More than an outbox has under way at once: what came after them is proof that the answers were received. */
const durableOfDevice = 200
/** Milliseconds for which a grant that is gone from everywhere is remembered, and with it its credential number. */
const grantsKept = 30 * day
/** Revs for which a scope remembers what is gone: days of a busy place. Who is further behind gets a snapshot. */
const revsKept = 50_000

type ListKind = 'mail' | 'conflict' | 'request' | 'order'

/** What has to stay on reception's list however old it is: what nobody has answered or paid. */
const mayGo: Record<ListKind, (context: JobContext, id: string) => boolean> = {
  mail: () => true,
  conflict: () => true,
  request: ({ store }, id) => store.requests.find(id)?.answer !== null,
  order: ({ store }, id) => store.orders.find(id)?.state !== 'due',
}
const lists = Object.keys(mayGo) as ListKind[]

/**
 * Keeps the lists that only grow at a length that a console can hold. A row that had to stay is not looked at again until
 * it changes: its rev is then another. The cursor: which list, and how far by rev.
 */
export const trimLists: Step = (context, cursor, hasTime) => {
  const { store } = context
  const key = context.scopeKey('reception')
  const first = Number(cursor)
  for (const kind of lists.slice(first)) {
    const newest = store.scopes.nthLive(key, kind, rowsKept)
    if (newest === undefined) continue
    const seen = `trimmed:${kind}:${context.location}`
    const next = walkThrough(store.meta.get(seen) ?? '', hasTime, {
      read: (rev, limit) =>
        store.scopes.liveAfter(key, kind, Number(rev), limit).filter((row) => row.rev < newest),
      cursorOf: ({ rev }) => String(rev),
      seeTo({ id, rev }) {
        if (mayGo[kind](context, id)) context.unpublish('reception', kind, id)
        store.meta.set(seen, String(rev))
      },
    })
    if (next !== null) return String(lists.indexOf(kind))
  }
  return null
}

/** So many rows are deleted at once, and so many times in a job: the pages that they lay on have to be written too. */
const piece = 100
const pieces = 5

/** What nobody will ask for again: answers that were received, grants that are over, tombstones. */
export const pruneHub: Step = ({ store, now }, _, hasTime) => {
  const hasMore = [
    () => store.commands.forgetBefore(now - answersKept, piece) === piece,
    ...store.devices
      .ids()
      .map(
        (id) => () => store.commands.forgetDurable(id, now - durableKept, durableOfDevice, piece) === piece,
      ),
    () => store.grants.forgetOver(now - grantsKept, piece) === piece,
    ...[...store.scopes.heads().values()].map(
      ({ id, head }) =>
        () =>
          store.scopes.prune(id, head - revsKept, piece),
    ),
  ]
  let left = pieces
  for (const more of hasMore) while (more()) if (--left === 0 || !hasTime()) return 'more'
  return null
}
