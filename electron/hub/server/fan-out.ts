import type { Engine } from '../seam/engine.ts'
import { type ScopeChanges, scopeKey, scopeName } from '../seam/scopes.ts'
import type { Devices } from './devices.ts'
import { roomOf } from './scopes.ts'
import type { HubIo } from './wire.ts'

/**
 * Sends changed rows to whoever subscribed to their scope. Socket.IO encodes the packet once for the whole room.
 * The staff session of each reception subscriber is looked at right before: one that ended, by sign-out, expiry or
 * revocation, gets nothing more, whatever ended it and whether or not anybody said so.
 */
export function fanOut(io: HubIo, engine: Engine, devices: Devices, changes: ScopeChanges): void {
  const { key, from, to, rows } = changes
  if (scopeName(key) === 'reception') dropEndedStaff(engine, devices)
  io.to(roomOf(key)).emit('changes', { scope: scopeName(key), from, to, rows })
}

function dropEndedStaff(engine: Engine, devices: Devices): void {
  for (const connection of devices.connections()) {
    const { device, staff } = connection
    if (!device || staff === null || engine.staffSession(device.id, staff)) continue
    connection.staff = null
    void connection.socket.leave(roomOf(scopeKey('reception', device)))
  }
}
