import type { HubEvent, HubEventBody } from '../../../shared/contract/socket.ts'
import type { DeviceId } from '../../../shared/domain/ids.ts'
import type { Connection, HubSocket } from './wire.ts'

/** Which proven device is on which socket. A device has one: the newest. */
export interface Devices {
  /** Makes `connection` the device's own and closes an older one: after a power cut the old one may look alive. */
  take(id: DeviceId, connection: Connection): void
  /** Forgets `connection`; false when a newer one has taken its place. */
  drop(id: DeviceId, connection: Connection): boolean
  /** The device's socket while it is connected. */
  socket(id: DeviceId): HubSocket | null
  /** Emits to one device; lost when it is away (`person` and `mail` are told again when they change). */
  emit<E extends HubEvent>(id: DeviceId, event: E, body: HubEventBody<E>): void
  /** Tells a revoked device so and cuts it off at once (R10.2). */
  revoke(id: DeviceId): void
  connections(): Iterable<Connection>
}

export function createDevices(): Devices {
  const byDevice = new Map<DeviceId, Connection>()
  const socketOf = (id: DeviceId): HubSocket | null => byDevice.get(id)?.socket ?? null
  const emit: Devices['emit'] = (id, event, body) => {
    // The map of events is a union to TypeScript here; `body` is tied to `event` by the signature.
    ;(socketOf(id) as { emit(event: string, body: unknown): unknown } | null)?.emit(event, body)
  }
  return {
    take(id, connection) {
      const older = byDevice.get(id)
      byDevice.set(id, connection)
      if (older && older !== connection) older.socket.disconnect(true)
    },
    drop(id, connection) {
      return byDevice.get(id) === connection && byDevice.delete(id)
    },
    socket: socketOf,
    emit,
    revoke(id) {
      emit(id, 'revoked', {})
      socketOf(id)?.disconnect(true)
    },
    connections: () => byDevice.values(),
  }
}
