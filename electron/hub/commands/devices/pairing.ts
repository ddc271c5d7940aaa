import { type FoyerError, failure } from '../../../../shared/contract/errors.ts'
import type { DeviceVerbIn, Role } from '../../../../shared/contract/socket.ts'
import type { DeviceId, Instant } from '../../../../shared/domain/ids.ts'
import { ok, type Result } from '../../../../shared/domain/result.ts'
import { newId } from '../../../lib/system.ts'
import { projectDevice } from './devices.ts'
import { assignHosts } from '../doors/hosts.ts'
import type { Run } from '../../pipeline/context.ts'

/** Milliseconds for which a pairing code is valid (R10.2). */
export const pairingLifetime = 10 * 60_000
/** So many wrong pairing codes in that time, and the hub takes none any more. */
const wrongCodesAllowed = 10

/** Makes a code that pairs one device. `seed` decides what it is. */
export function issuePairingCode(
  run: Run,
  seed: string,
  role: Role | 'both',
): { code: string; expiresAt: Instant } {
  const code = run.keys.pairingCode(seed)
  const expiresAt = run.now + pairingLifetime
  run.store.devices.addPairing(
    run.keys.hash('pairing', code),
    role === 'both' ? ['kiosk', 'reception'] : [role],
    expiresAt,
  )
  run.audit('pairing-code', '', { role })
  return { code, expiresAt }
}

/** As typed: small letters, blanks and dashes, and the letters that look like digits, are taken as they were meant. */
function tidy(code: string): string {
  return code
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
}

/**
 * Uses a pairing code up (R10.2). The device that used it gets the same answer again, should the first be lost (I2).
 * Errors: `pairing-code-invalid`, `rate-limited {untilAt}`, `device-revoked` for a key that was revoked.
 */
export function pair(
  run: Run,
  { code, name, publicKey }: DeviceVerbIn<'pair'>,
): Result<{ device: DeviceId; roles: Role[] }, FoyerError> {
  const { store, now } = run
  const limit = limitOf(run)
  if (limit !== null) return failure('rate-limited', { untilAt: limit })
  const hash = run.keys.hash('pairing', tidy(code))
  const pairing = store.devices.pairing(hash)
  const known = store.devices.byKey(publicKey)
  if (known?.revokedAt != null) return failure('device-revoked')
  if (pairing && known && pairing.usedBy === known.id) return ok({ device: known.id, roles: known.roles })
  if (!pairing || pairing.usedBy !== null || pairing.expiresAt <= now) {
    store.codes.addWrongTry('pairing', 'hub', now)
    return failure('pairing-code-invalid')
  }
  // A device that pairs again keeps its id; otherwise its key would belong to two.
  const id = known?.id ?? newId(run.system)
  if (!known) store.devices.add(id, name, publicKey, pairing.roles, now)
  store.devices.usePairing(hash, id)
  const device = store.devices.find(id)
  if (device) projectDevice(run, device)
  const roles = device?.roles ?? pairing.roles
  run.activity('kiosk-paired', '', name)
  run.audit('pair', id, { name, roles })
  assignHosts(run)
  return ok({ device: id, roles })
}

function limitOf({ store, now }: Run): Instant | null {
  const recent = store.codes.wrongTries('pairing', 'hub', now).filter((at) => at > now - pairingLifetime)
  const nth = recent.toSorted((a, b) => b - a)[wrongCodesAllowed - 1]
  return nth === undefined ? null : nth + pairingLifetime
}
