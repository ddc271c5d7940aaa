import type { Language } from '../../../../shared/contract/basics.ts'
import type { OutcomeOf } from '../../../../shared/contract/commands.ts'
import { type FoyerError, failure } from '../../../../shared/contract/errors.ts'
import { decideCodeRequest } from '../../../../shared/domain/code.ts'
import { normalizeEmail } from '../../../../shared/domain/email.ts'
import { ok, type Result } from '../../../../shared/domain/result.ts'
import { codeLifetime } from '../../../../shared/domain/sign-in.ts'
import { newId, randomBelow } from '../../../lib/system.ts'
import type { CommandContext } from '../../pipeline/context.ts'
import { queueMail } from '../mails/mails.ts'
import { issueCode } from './codes.ts'

/** How many codes may be sent within an hour (R2.6). */
export const codesPerHour = { device: 30, hub: 600 }
const hour = 3_600_000

/**
 * Sends a code to an address, and does the same whether or not there is an account: it never looks (R2.6).
 * Errors: `locked {untilAt}`, `resend-too-soon {againAt}`, `rate-limited {untilAt}`.
 */
export function sendCode(
  context: CommandContext,
  to: string,
  language: Language,
): Result<OutcomeOf<'code.request'>, FoyerError> {
  const { store, now, system, device } = context
  const email = normalizeEmail(to)
  const last = store.codes.find(email)
  const decided = decideCodeRequest(
    {
      failures: store.codes.wrongTries('code', email, now),
      // A code that was used was no resend: whoever logs out may log in again at once.
      lastIssuedAt: last && last.usedAt === null ? last.issuedAt : null,
    },
    now,
  )
  if (!decided.ok) return decided
  const allowed = maySend(context)
  if (!allowed.ok) return allowed

  const code = String(randomBelow(system, 1_000_000)).padStart(6, '0')
  issueCode(context, email, code)
  const id = newId(system)
  // Handed over as it was typed: the part before the @ may be case-sensitive (RFC 5321).
  queueMail(context, {
    id,
    device: device.id,
    kind: 'code',
    to,
    language,
    code,
    expiresAt: now + codeLifetime,
  })
  context.audit('code.request', id)
  return ok({ mail: id, ...decided.value })
}

function maySend({ store, now, device }: CommandContext): Result<null, FoyerError> {
  const ofDevice = store.mails.nthCodeSince(codesPerHour.device, now - hour, device.id)
  const ofHub = store.mails.nthCodeSince(codesPerHour.hub, now - hour)
  const since = Math.max(ofDevice ?? 0, ofHub ?? 0)
  return since === 0 ? ok(null) : failure('rate-limited', { untilAt: since + hour })
}
