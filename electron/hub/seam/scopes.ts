import type { ChangedRow, ScopeName } from '../../../shared/contract/rows.ts'
import type { DeviceId } from '../../../shared/domain/ids.ts'

/** A scope as the engine stores it: `doors` is one per hosting device. */
export type ScopeKey = 'catalogue' | 'reception' | `doors:${DeviceId}`

export interface ScopeChanges {
  key: ScopeKey
  from: number
  to: number
  rows: ChangedRow[]
}

/** The wire name of a stored scope. */
export function scopeName(key: ScopeKey): ScopeName {
  return key.startsWith('doors:') ? 'doors' : (key as 'catalogue' | 'reception')
}

/** The stored scope that a device means by a wire name. */
export function scopeKey(name: ScopeName, device: DeviceId): ScopeKey {
  return name === 'doors' ? `doors:${device}` : name
}
