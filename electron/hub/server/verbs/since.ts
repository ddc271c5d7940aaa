import { readable } from '../scopes.ts'
import type { Verb } from './verb.ts'

/** A page of the rows after a cursor. Needs what `subscribe` needs, and no subscription. */
export const since: Verb<'since'> = {
  proven: true,
  run({ engine }, _connection, { scope, cursor, limit, staff }, device) {
    const key = readable(engine, device, scope, staff)
    if (!key.ok) return key
    return { ok: true, value: engine.since(key.value, cursor, limit) }
  },
}
