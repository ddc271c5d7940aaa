import { type FoyerError, failure } from '../../../shared/contract/errors.ts'
import { codeLifetime, decideCodeRequest } from '../../../shared/domain/code.ts'
import { normalizeEmail } from '../../../shared/domain/email.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { newId, randomBelow } from '../../lib/system.ts'
import { codeText, projectMail } from '../engine/codes.ts'
import type { CommandRun } from '../engine/run.ts'
import { defineCommand } from './command.ts'

/** How many codes may be sent within an hour (R2.6). */
export const codesPerHour = { device: 30, hub: 600 }
const hour = 3_600_000

/**
 * Sends a code (R2.2). The same whether or not there is an account (R2.6).
 * Errors: `locked {untilAt}`, `resend-too-soon {againAt}`, `rate-limited {untilAt}`.
 */
export const codeRequest = defineCommand('code.request', {
  run(run, payload) {
    const { store, now, system, keys, device } = run
    const email = normalizeEmail(payload.email)
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
    const allowed = withinLimits(run)
    if (!allowed.ok) return allowed

    const code = String(randomBelow(system, 1_000_000)).padStart(6, '0')
    store.codes.issue(email, keys.hash('code', codeText(email, code, now)), now)
    const id = newId(system)
    // Handed over as it was typed: the part before the @ may be case-sensitive (RFC 5321).
    const to = payload.email
    const mail = { id, device: device.id, to, kind: 'code', at: now, status: 'queued', detail: '' } as const
    store.mails.add(mail)
    projectMail(run, mail)
    const { language } = payload
    run.effects.push({
      kind: 'mail',
      mail: { id, device: device.id, kind: 'code', to, language, code, expiresAt: now + codeLifetime },
    })
    run.audit('code.request', id)
    return ok({ mail: id, ...decided.value })
  },
})

function withinLimits({ store, now, device }: CommandRun): Result<null, FoyerError> {
  const ofDevice = store.mails.nthSince(codesPerHour.device, now - hour, device.id)
  const ofHub = store.mails.nthSince(codesPerHour.hub, now - hour)
  const since = Math.max(ofDevice ?? 0, ofHub ?? 0)
  return since === 0 ? ok(null) : failure('rate-limited', { untilAt: since + hour })
}
