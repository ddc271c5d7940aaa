import type { StaffId } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'

export interface StaffRecord {
  id: StaffId
  name: string
  /** argon2id in PHC form. */
  pinHash: string
}

/** Who works here, with the hashes of their PINs (R8.5). */
export function staffStore(db: Sqlite) {
  const active = db.prepare<[], StaffRecord>(
    'SELECT id, name, pin_hash pinHash FROM staff WHERE active = 1 ORDER BY name',
  )
  const find = db.prepare<[string], StaffRecord>(
    'SELECT id, name, pin_hash pinHash FROM staff WHERE id = ? AND active = 1',
  )
  const byName = db.prepare<[string], StaffRecord>(
    'SELECT id, name, pin_hash pinHash FROM staff WHERE name = ?',
  )
  const put = db.prepare<[string, string, string]>(
    `INSERT INTO staff (id, name, pin_hash) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET pin_hash = excluded.pin_hash, active = 1`,
  )
  const setActive = db.prepare<[number, string]>('UPDATE staff SET active = ? WHERE id = ?')
  return {
    active: (): StaffRecord[] => active.all(),
    find: (id: StaffId): StaffRecord | undefined => find.get(id),
    byName: (name: string): StaffRecord | undefined => byName.get(name),
    /** Adds somebody, or gives whoever has that name a new PIN. */
    put: ({ id, name, pinHash }: StaffRecord): void => void put.run(id, name, pinHash),
    setActive: (id: StaffId, isActive: boolean): void => void setActive.run(isActive ? 1 : 0, id),
  }
}
