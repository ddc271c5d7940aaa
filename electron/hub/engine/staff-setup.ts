import { newId, randomBelow } from '../../lib/system.ts'
import type { Config } from '../config.ts'
import { demoPeople, isDemo } from '../demo/data.ts'
import type { StaffRecord } from '../store/staff.ts'
import { hashPin, pinMatches } from './pins.ts'
import type { Parts } from './run.ts'

/**
 * Who works here, with hashed PINs: as the settings file says, else the demo's; with neither, one person with a PIN that
 * is said once in the log, so that an operator can begin. Null: whoever is there stays.
 */
export async function staffToPut(parts: Parts, config: Config): Promise<StaffRecord[] | null> {
  const { store, system, log } = parts
  if (config.staff) return Promise.all(config.staff.map((member) => withHash(parts, member)))
  if (store.staff.active().length > 0) return null
  if (isDemo(store)) return Promise.all(demoPeople.staff.map((member) => withHash(parts, member)))
  const pin = String(randomBelow(system, 1_000_000)).padStart(6, '0')
  const first = await withHash(parts, { name: 'Reception', pin })
  log('info', 'first-staff', { name: first.name, pin })
  return [first]
}

async function withHash(
  { store, system }: Parts,
  { id, name, pin }: { id?: string; name: string; pin: string },
): Promise<StaffRecord> {
  const known = store.staff.byName(name)
  if (known && (await pinMatches(known.pinHash, pin))) return known
  return { id: known?.id ?? id ?? newId(system), name, pinHash: await hashPin(pin) }
}
