import { readable } from '../scopes.ts'
import type { Verb } from './verb.ts'

/**
 * A page of the rows after a cursor. Needs what `subscribe` needs, and no subscription. The connection remembers how far a
 * snapshot has come: its next page goes on, wherever its cursor lies.
 */
export const since: Verb<'since'> = {
  proven: true,
  run({ engine }, { snapshots }, { scope, cursor, limit, staff }, device) {
    const key = readable(engine, device, scope, staff)
    if (!key.ok) return key
    const known = snapshots.get(key.value)
    const under = known?.to === cursor ? known.head : undefined
    const page = engine.since(key.value, cursor, limit, under)
    const isSnapshot = page.from === 0 || under !== undefined
    if (isSnapshot && page.more)
      snapshots.set(key.value, { to: page.to, head: (page.from > 0 && under) || engine.head(key.value) })
    else snapshots.delete(key.value)
    return { ok: true, value: page }
  },
}
