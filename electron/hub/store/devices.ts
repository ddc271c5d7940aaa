import type { Role } from '../../../shared/contract/socket.ts'
import type { DeviceId, Instant } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'

export interface DeviceRecord {
  id: DeviceId
  name: string
  publicKey: string
  roles: Role[]
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
  expiresAt: Instant
  usedBy: DeviceId | null
}

const columns = `id, name, public_key publicKey, kiosk, reception, paired_at pairedAt, revoked_at revokedAt, online,
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
  const all = db.prepare<[], Row>(`SELECT ${columns} FROM device ORDER BY paired_at, id`)
  const insert = db.prepare<[string, string, string, number, number, number]>(
    'INSERT INTO device (id, name, public_key, kiosk, reception, paired_at) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const revoke = db.prepare<[number, string]>('UPDATE device SET revoked_at = ?, online = 0 WHERE id = ?')
  const revoked = db.prepare<[string], number | null>('SELECT revoked_at FROM device WHERE id = ?').pluck()
  const setHealth = db.prepare<[number, string, number, number | null, number | null, string]>(
    'UPDATE device SET online = ?, version = ?, queue = ?, clock_skew_ms = ?, seen_at = ? WHERE id = ?',
  )
  const pairing = db.prepare<
    [Uint8Array],
    { kiosk: number; reception: number; expiresAt: number; usedBy: string | null }
  >('SELECT kiosk, reception, expires_at expiresAt, used_by usedBy FROM pairing WHERE hash = ?')
  const addPairing = db.prepare<[Uint8Array, number, number, number]>(
    'INSERT INTO pairing VALUES (?, ?, ?, ?, NULL)',
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
    all: (): DeviceRecord[] => all.all().map(record),
    add: (id: DeviceId, name: string, publicKey: string, roles: readonly Role[], at: Instant): void =>
      void insert.run(id, name, publicKey, has(roles, 'kiosk'), has(roles, 'reception'), at),
    revoke: (id: DeviceId, at: Instant): void => void revoke.run(at, id),
    isRevoked: (id: DeviceId): boolean => revoked.get(id) != null,
    setHealth: (
      d: Pick<DeviceRecord, 'id' | 'online' | 'version' | 'queue' | 'clockSkewMs' | 'seenAt'>,
    ): void => void setHealth.run(d.online ? 1 : 0, d.version, d.queue, d.clockSkewMs, d.seenAt, d.id),
    pairing(hash: Uint8Array): PairingRecord | undefined {
      const row = pairing.get(hash)
      return row && { roles: rolesOf(row), expiresAt: row.expiresAt, usedBy: row.usedBy }
    },
    addPairing: (hash: Uint8Array, roles: readonly Role[], expiresAt: Instant): void =>
      void addPairing.run(hash, has(roles, 'kiosk'), has(roles, 'reception'), expiresAt),
    usePairing: (hash: Uint8Array, device: DeviceId): void => void usePairing.run(device, hash),
  }
}
