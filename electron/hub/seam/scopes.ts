import type { ChangedRow, ScopeName } from '../../../shared/contract/rows.ts'
import type { DeviceId, LocationId } from '../../../shared/domain/ids.ts'

/** A scope as the engine stores it: one per location, `doors` one per hosting device. */
export type ScopeKey = `catalogue:${LocationId}` | `reception:${LocationId}` | `doors:${DeviceId}`

export interface ScopeChanges {
  key: ScopeKey
  from: number
  to: number
  rows: ChangedRow[]
}

/** The wire name of a stored scope. */
export function scopeName(key: ScopeKey): ScopeName {
  return key.slice(0, key.indexOf(':')) as ScopeName
}

/** The stored scope that a device means by a wire name. */
export function scopeKey(name: ScopeName, device: { id: DeviceId; location: LocationId }): ScopeKey {
  return name === 'doors' ? `doors:${device.id}` : `${name}:${device.location}`
}
