import { scopeKey } from '../../seam/scopes.ts'
import { roomOf } from '../scopes.ts'
import type { Verb } from './verb.ts'

/** No more `changes` of these scopes. Leaving what was not subscribed to is no error. */
export const unsubscribe: Verb<'unsubscribe'> = {
  proven: true,
  run(_server, connection, { scopes }, device) {
    for (const scope of scopes) {
      if (scope === 'reception') connection.staff = null
      void connection.socket.leave(roomOf(scopeKey(scope, device)))
    }
    return { ok: true, value: {} }
  },
}
