import type { PayloadOf } from '../../../shared/contract/commands.ts'
import type { DeviceId, DoorId, Instant, LocationId } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'

export type DoorEvent = PayloadOf<'door.events'>['events'][number]

export interface DoorRecord {
  id: DoorId
  name: string
  driver: 'simulated'
  host: string
  port: number
  /** Seconds. */
  pulse: number
  /** The device that speaks to the controller; null until one is paired. */
  hostDevice: DeviceId | null
  online: boolean
  detail: string
  confirmedAt: Instant | null
  clockSkewMs: number | null
  credentials: number | null
}
type Row = Omit<DoorRecord, 'online'> & { online: number }
export type DoorHealth = Pick<DoorRecord, 'online' | 'detail' | 'confirmedAt' | 'clockSkewMs' | 'credentials'>
export type DoorSettings = Pick<DoorRecord, 'id' | 'name' | 'driver' | 'host' | 'port' | 'pulse'>

/** Doors, how they are, and what they reported. */
export function doorsStore(db: Sqlite) {
  const all = db.prepare<[string], Row>(
    `SELECT id, name, driver, host, port, pulse, host_device hostDevice, online, detail, confirmed_at confirmedAt,
       clock_skew_ms clockSkewMs, credentials
     FROM door WHERE location = ? AND retired_at IS NULL ORDER BY id`,
  )
  const put = db.prepare<[string, string, string, string, string, number, number]>(
    `INSERT INTO door (id, location, name, driver, host, port, pulse) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, driver = excluded.driver, host = excluded.host,
       port = excluded.port, pulse = excluded.pulse, retired_at = NULL`,
  )
  const retire = db.prepare<[number, string]>('UPDATE door SET retired_at = ? WHERE id = ?')
  const setHost = db.prepare<[string | null, string]>('UPDATE door SET host_device = ? WHERE id = ?')
  const setHealth = db.prepare<[number, string, number | null, number | null, number | null, string]>(
    'UPDATE door SET online = ?, detail = ?, confirmed_at = ?, clock_skew_ms = ?, credentials = ? WHERE id = ?',
  )
  const addEvent = db.prepare<[string, number, string, string, number, string | null, string]>(
    'INSERT INTO door_event VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  return {
    ofLocation: (location: LocationId): DoorRecord[] =>
      all.all(location).map((row) => ({ ...row, online: row.online === 1 })),
    put: (location: string, d: DoorSettings): void =>
      void put.run(d.id, location, d.name, d.driver, d.host, d.port, d.pulse),
    retire: (id: DoorId, at: Instant): void => void retire.run(at, id),
    setHost: (id: DoorId, device: DeviceId | null): void => void setHost.run(device, id),
    setHealth: (id: DoorId, h: DoorHealth): void =>
      void setHealth.run(h.online ? 1 : 0, h.detail, h.confirmedAt, h.clockSkewMs, h.credentials, id),
    /** False when the controller's event was recorded before (I2). */
    addEvent: (door: DoorId, e: DoorEvent): boolean =>
      addEvent.run(e.controller, e.index, door, e.kind, e.at, e.grant, e.reason).changes > 0,
  }
}
