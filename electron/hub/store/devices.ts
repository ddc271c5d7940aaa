import type { Role } from '../../../shared/contract/socket.ts'
import type { DeviceId, Instant, LocationId } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'

export interface DeviceRecord {
  id: DeviceId
  name: string
  publicKey: string
  roles: Role[]
  /** Where it stands (R12.2). */
  location: LocationId
  pairedAt: Instant
  revokedAt: Instant | null
  online: boolean
  version: string
  queue: number
  clockSkewMs: number | null
  seenAt: Instant | null
}
type Row = Omit<DeviceRecord, 'roles' | 'online'> & { kiosk: number; reception: number; online: number }

export interface PairingRecord {
  roles: Role[]
  location: LocationId
  expiresAt: Instant
  usedBy: DeviceId | null
}

const columns = `id, name, public_key publicKey, kiosk, reception, location, paired_at pairedAt, revoked_at revokedAt, online,
  version, queue, clock_skew_ms clockSkewMs, seen_at seenAt`

export function rolesOf(row: { kiosk: number; reception: number }): Role[] {
  return [...(row.kiosk ? (['kiosk'] as const) : []), ...(row.reception ? (['reception'] as const) : [])]
}

const has = (roles: readonly Role[], role: Role): number => (roles.includes(role) ? 1 : 0)

function record({ kiosk, reception, online, ...row }: Row): DeviceRecord {
  return { ...row, roles: rolesOf({ kiosk, reception }), online: online === 1 }
}

/** Paired devices and the codes that pair (R10.2). */
export function devicesStore(db: Sqlite) {
  const find = db.prepare<[string], Row>(`SELECT ${columns} FROM device WHERE id = ?`)
  const byKey = db.prepare<[string], Row>(`SELECT ${columns} FROM device WHERE public_key = ?`)
  const ofLocation = db.prepare<[string], Row>(
    `SELECT ${columns} FROM device WHERE location = ? ORDER BY paired_at, id`,
  )
  const any = db.prepare<[], number>('SELECT 1 FROM device LIMIT 1').pluck()
  const insert = db.prepare<[string, string, string, number, number, string, number]>(
    'INSERT INTO device (id, name, public_key, kiosk, reception, location, paired_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const revoke = db.prepare<[number, string]>('UPDATE device SET revoked_at = ?, online = 0 WHERE id = ?')
  const revoked = db.prepare<[string], number | null>('SELECT revoked_at FROM device WHERE id = ?').pluck()
  const setHealth = db.prepare<[number, string, number, number | null, number | null, string]>(
    'UPDATE device SET online = ?, version = ?, queue = ?, clock_skew_ms = ?, seen_at = ? WHERE id = ?',
  )
  const pairing = db.prepare<
    [Uint8Array],
    { kiosk: number; reception: number; location: LocationId; expiresAt: number; usedBy: string | null }
  >('SELECT kiosk, reception, location, expires_at expiresAt, used_by usedBy FROM pairing WHERE hash = ?')
  const addPairing = db.prepare<[Uint8Array, number, number, string, number]>(
    'INSERT INTO pairing (hash, kiosk, reception, location, expires_at) VALUES (?, ?, ?, ?, ?)',
  )
  const usePairing = db.prepare<[string, Uint8Array]>('UPDATE pairing SET used_by = ? WHERE hash = ?')

  return {
    find(id: DeviceId): DeviceRecord | undefined {
      const row = find.get(id)
      return row && record(row)
    },
    byKey(publicKey: string): DeviceRecord | undefined {
      const row = byKey.get(publicKey)
      return row && record(row)
    },
    any: (): boolean => any.get() !== undefined,
    add: (d: Pick<DeviceRecord, 'id' | 'name' | 'publicKey' | 'roles' | 'location' | 'pairedAt'>): void =>
      void insert.run(
        d.id,
        d.name,
        d.publicKey,
        has(d.roles, 'kiosk'),
        has(d.roles, 'reception'),
        d.location,
        d.pairedAt,
      ),
    /** Of a location, in the order in which they were paired. */
    ofLocation: (location: LocationId): DeviceRecord[] => ofLocation.all(location).map(record),
    revoke: (id: DeviceId, at: Instant): void => void revoke.run(at, id),
    isRevoked: (id: DeviceId): boolean => revoked.get(id) != null,
    setHealth: (
      d: Pick<DeviceRecord, 'id' | 'online' | 'version' | 'queue' | 'clockSkewMs' | 'seenAt'>,
    ): void => void setHealth.run(d.online ? 1 : 0, d.version, d.queue, d.clockSkewMs, d.seenAt, d.id),
    pairing(hash: Uint8Array): PairingRecord | undefined {
      const row = pairing.get(hash)
      return (
        row && { roles: rolesOf(row), location: row.location, expiresAt: row.expiresAt, usedBy: row.usedBy }
      )
    },
    addPairing: (hash: Uint8Array, { roles, location, expiresAt }: Omit<PairingRecord, 'usedBy'>): void =>
      void addPairing.run(hash, has(roles, 'kiosk'), has(roles, 'reception'), location, expiresAt),
    usePairing: (hash: Uint8Array, device: DeviceId): void => void usePairing.run(device, hash),
  }
}
