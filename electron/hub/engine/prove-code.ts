import type { FoyerError } from '../../../shared/contract/errors.ts'
import { decideCodeVerify } from '../../../shared/domain/code.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { codeText, mayTryCode, recordWrongCode } from '../commands/identity/codes.ts'
import { sameBytes } from '../pipeline/keys.ts'
import type { CommandRun } from '../pipeline/context.ts'

/**
 * Whether a typed code proves an email, which it then has done once (R2.2, R2.3).
 * Errors: `rate-limited {untilAt}` of this device or the hub (R2.6); `locked {untilAt}`, `code-none`,
 * `code-wrong {left}`, `code-used`, `code-expired`.
 */
export function proveCode(run: CommandRun, email: string, typed: string): Result<null, FoyerError> {
  const { store, now, keys } = run
  const allowed = mayTryCode(run)
  if (!allowed.ok) return allowed
  const code = store.codes.find(email) ?? null
  const hash = keys.hash('code', codeText(email, typed, code?.issuedAt ?? 0))
  const verdict = decideCodeVerify(
    {
      failures: store.codes.wrongTries('code', email, now),
      code,
      matches: code !== null && sameBytes(code.hash, hash),
    },
    now,
  )
  if (verdict.countsAsFailure) recordWrongCode(run, email)
  if (!verdict.result.ok) return verdict.result
  store.codes.use(email, now)
  return ok(null)
}
