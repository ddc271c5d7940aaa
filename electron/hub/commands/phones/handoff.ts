import { type FoyerError, failure } from '../../../../shared/contract/errors.ts'
import { ok, type Result } from '../../../../shared/domain/result.ts'
import type { CommandContext } from '../../pipeline/context.ts'
import type { HandoffRecord } from '../../store/handoffs.ts'

/** Milliseconds for which a kiosk's link is good (R7.4). */
export const handoffLifetime = 10 * 60_000

/**
 * A kiosk's link, and the kiosk, for the phone that asks: the first one that opened it, which it is from now on. What
 * others photographed over its shoulder is worth nothing. Error: `handoff-over`.
 */
export function openHandoff(
  context: CommandContext,
  token: string,
): Result<HandoffRecord & { kiosk: string }, FoyerError> {
  const { store, now, keys, device } = context
  const handoff = store.handoffs.find(keys.hash('handoff', token))
  const kiosk = handoff && store.devices.find(handoff.device)
  if (!handoff || !kiosk || kiosk.revokedAt !== null) return failure('handoff-over')
  if (handoff.usedAt !== null || now >= handoff.expiresAt) return failure('handoff-over')
  if (handoff.phone !== null && handoff.phone !== device.id) return failure('handoff-over')
  if (handoff.phone === null) store.handoffs.bind(handoff.id, device.id)
  return ok({ ...handoff, phone: device.id, kiosk: kiosk.name })
}
