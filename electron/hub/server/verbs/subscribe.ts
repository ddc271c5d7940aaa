import { type FoyerError, failure } from '../../../../shared/contract/errors.ts'
import type { ScopeName } from '../../../../shared/contract/rows.ts'
import type { Result } from '../../../../shared/domain/result.ts'
import type { DeviceContext } from '../../seam/engine.ts'
import type { ScopeKey } from '../../seam/scopes.ts'
import type { ServerContext } from '../context.ts'
import { readable, roomOf } from '../scopes.ts'
import type { Verb } from './verb.ts'

/**
 * From now on `changes` of these scopes are sent; all of them, or none when one is not allowed.
 *
 * Order matters to the device: first `subscribe`, then `since` until `more` is false. Between the two nothing can be
 * missed: joining and reading the heads happen in one turn of the event loop, so a commit either counts in the heads
 * or is sent as `changes`. One that is in both is told by its `from` and `to`: at or before the cursor it is ignored,
 * and one that starts beyond the cursor waits for the pages of `since`.
 */
export const subscribe: Verb<'subscribe'> = {
  proven: true,
  run(server, connection, { scopes, staff }, device) {
    const keys = allReadable(server, device, scopes, staff)
    if (!keys.ok) return keys
    const heads: Partial<Record<ScopeName, number>> = {}
    for (const [scope, key] of keys.value) {
      if (scope === 'reception') connection.staff = staff ?? null
      void connection.socket.join(roomOf(key))
      heads[scope] = server.engine.head(key)
    }
    return { ok: true, value: { heads } }
  },
}

function allReadable(
  { engine }: ServerContext,
  device: DeviceContext,
  scopes: ScopeName[],
  staff: string | undefined,
): Result<[ScopeName, ScopeKey][], FoyerError> {
  const keys: [ScopeName, ScopeKey][] = []
  for (const scope of scopes) {
    const key = readable(engine, device, scope, staff)
    if (!key.ok) return failure(key.error.code, key.error.params)
    keys.push([scope, key.value])
  }
  return { ok: true, value: keys }
}
