import { failure } from '../../../../shared/contract/errors.ts'
import { proofText } from '../../../../shared/contract/socket.ts'
import { verifySignature } from '../../../lib/ed25519.ts'
import type { Verb } from './verb.ts'

/**
 * Checks a device's signature over the nonce of this very connection. The nonce is used up by any try, so that a
 * recorded proof is worth nothing and a wrong one costs a new connection. A revoked device is told so only after it
 * proved who it is: then it wipes itself (R10.2).
 */
export const prove: Verb<'prove'> = {
  proven: false,
  run({ engine, devices, system, log }, connection, input) {
    const { nonce, socket } = connection
    connection.nonce = null
    if (nonce === null) return failure('proof-invalid')
    const known = engine.device(input.device)
    if (!known) return failure('not-paired')
    if (!verifySignature(known.publicKey, proofText(engine.id, input.device, nonce), input.signature)) {
      log('warn', 'proof-invalid', { device: input.device })
      return failure('proof-invalid')
    }
    if (known.revoked) {
      socket.emit('revoked', {})
      return failure('device-revoked')
    }
    connection.device = { id: input.device, roles: known.roles, location: known.location }
    devices.take(input.device, connection)
    const now = system.now()
    // Not waited for: after a restart a thousand devices come at once, and none needs to wait for the disk.
    engine
      .devicePresence(input.device, { online: true, version: input.version, clockSkewMs: input.now - now })
      .catch((error: unknown) =>
        log('error', 'presence-not-kept', { device: input.device, error: String(error) }),
      )
    return { ok: true, value: { roles: known.roles, now } }
  },
}
