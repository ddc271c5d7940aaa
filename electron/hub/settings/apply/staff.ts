import { newId, randomBelow } from '../../../lib/system.ts'
import { hashPin, pinMatches } from '../../commands/staff/pins.ts'
import type { EngineDeps } from '../../pipeline/context.ts'
import type { StaffRecord } from '../../store/staff.ts'
import type { Store } from '../../store/store.ts'
import type { Config } from '../read/schema.ts'
import type { Defaults } from './defaults.ts'

/**
 * Who works here, with hashed PINs: as the settings file says, else the demo's; with neither, one person with a PIN that
 * the operator is told once, to begin with. `staff` null: whoever is there stays.
 */
export async function staffToPut(
  deps: EngineDeps,
  config: Config,
  defaults: Pick<Defaults, 'staff'>,
): Promise<{ staff: StaffRecord[] | null; firstPin: string | null }> {
  const { store, system } = deps
  const known = config.staff ?? (nobody(store) ? defaults.staff : null)
  if (known) {
    const staff = await Promise.all(known.map((member) => withHash(deps, member)))
    return { staff, firstPin: null }
  }
  if (!nobody(store)) return { staff: null, firstPin: null }
  const pin = String(randomBelow(system, 1_000_000)).padStart(6, '0')
  const first = await withHash(deps, { name: 'Reception', pin })
  return { staff: [first], firstPin: pin }
}

function nobody(store: Store): boolean {
  return store.staff.active().length === 0
}

async function withHash(
  { store, system }: EngineDeps,
  { id, name, pin }: { id?: string; name: string; pin: string },
): Promise<StaffRecord> {
  const known = store.staff.byName(name)
  if (known && (await pinMatches(known.pinHash, pin))) return known
  return { id: known?.id ?? id ?? newId(system), name, pinHash: await hashPin(pin) }
}
