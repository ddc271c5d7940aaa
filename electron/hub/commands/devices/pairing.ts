import { type FoyerError, failure } from '../../../../shared/contract/errors.ts'
import type { DeviceVerbIn, Role } from '../../../../shared/contract/socket.ts'
import type { DeviceId, Instant, LocationId } from '../../../../shared/domain/ids.ts'
import { ok, type Result } from '../../../../shared/domain/result.ts'
import { newId } from '../../../lib/system.ts'
import type { EngineDeps, JobContext } from '../../pipeline/context.ts'
import { firstLocation } from '../../pipeline/place.ts'
import { projectDevice } from '../../projections/reception.ts'
import { assignHosts } from '../doors/hosts.ts'

/** Milliseconds for which a pairing code is valid (R10.2). */
export const pairingLifetime = 10 * 60_000
/** So many wrong pairing codes in that time, and the hub takes none any more. */
const wrongCodesAllowed = 10

/** Makes a code that pairs one device. `seed` decides what it is. */
export function issuePairingCode(
  context: JobContext,
  seed: string,
  role: Role | 'both',
): { code: string; expiresAt: Instant } {
  const code = context.keys.pairingCode(seed)
  const expiresAt = context.now + pairingLifetime
  context.store.devices.addPairing(context.keys.hash('pairing', code), {
    roles: role === 'both' ? ['kiosk', 'reception'] : [role],
    location: context.location,
    expiresAt,
  })
  context.audit('pairing-code', '', { role })
  return { code, expiresAt }
}

/** As typed: small letters, blanks and dashes, and the letters that look like digits, are taken as they were meant. */
function normalized(code: string): string {
  return code
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
}

/** Where a device is paired by a code; the first location for a code that is none, which `pair` refuses. */
export function pairingLocation(deps: EngineDeps, code: string): LocationId {
  const pairing = deps.store.devices.pairing(deps.keys.hash('pairing', normalized(code)))
  return pairing?.location ?? firstLocation(deps)
}

/**
 * Uses a pairing code up (R10.2). The device that used it gets the same answer again, should the first be lost (I2).
 * Errors: `pairing-code-invalid`, `rate-limited {untilAt}`, `device-revoked` for a key that was revoked.
 */
export function pair(
  context: JobContext,
  { code, name, publicKey }: DeviceVerbIn<'pair'>,
): Result<{ device: DeviceId; roles: Role[] }, FoyerError> {
  const { store, now } = context
  const limit = limitOf(context)
  if (limit !== null) return failure('rate-limited', { untilAt: limit })
  const hash = context.keys.hash('pairing', normalized(code))
  const pairing = store.devices.pairing(hash)
  const known = store.devices.byKey(publicKey)
  if (known?.revokedAt != null) return failure('device-revoked')
  if (pairing && known && pairing.usedBy === known.id) return ok({ device: known.id, roles: known.roles })
  if (!pairing || pairing.usedBy !== null || pairing.expiresAt <= now) {
    store.codes.addWrongTry('pairing', 'hub', now)
    return failure('pairing-code-invalid')
  }
  // A device that pairs again keeps its id; otherwise its key would belong to two.
  const id = known?.id ?? newId(context.system)
  if (!known) {
    const { roles, location } = pairing
    store.devices.add({ id, name, publicKey, roles, location, pairedAt: now })
  }
  store.devices.usePairing(hash, id)
  const device = store.devices.find(id)
  if (device) projectDevice(context, device)
  const roles = device?.roles ?? pairing.roles
  context.activity('kiosk-paired', '', name)
  context.audit('pair', id, { name, roles })
  assignHosts(context)
  return ok({ device: id, roles })
}

function limitOf({ store, now }: JobContext): Instant | null {
  const recent = store.codes.wrongTries('pairing', 'hub', now).filter((at) => at > now - pairingLifetime)
  const nth = recent.toSorted((a, b) => b - a)[wrongCodesAllowed - 1]
  return nth === undefined ? null : nth + pairingLifetime
}
