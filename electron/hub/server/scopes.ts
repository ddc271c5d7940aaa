import { type FoyerError, failure } from '../../../shared/contract/errors.ts'
import type { ScopeName } from '../../../shared/contract/rows.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { DeviceContext, Engine } from '../seam/engine.ts'
import { type ScopeKey, scopeKey } from '../seam/scopes.ts'

/**
 * The stored scope that the device means, or why it may not read it. `reception` names people: it needs a device of
 * reception and a live staff session on it (R8.5). The others name nobody (R10.1).
 */
export function readable(
  engine: Engine,
  device: DeviceContext,
  scope: ScopeName,
  staff: string | undefined,
): Result<ScopeKey, FoyerError> {
  if (scope === 'reception') {
    if (!device.roles.includes('reception')) return failure('not-allowed', { scope })
    if (staff === undefined || !engine.staffSession(device.id, staff)) return failure('session-invalid')
  } else if (!device.roles.includes('kiosk') && !device.roles.includes('reception')) {
    return failure('not-allowed', { scope })
  }
  return { ok: true, value: scopeKey(scope, device) }
}

/** The Socket.IO room of a scope's subscribers. */
export function roomOf(key: ScopeKey): string {
  return `scope:${key}`
}
