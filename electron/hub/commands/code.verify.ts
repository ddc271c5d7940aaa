import { decideCodeVerify } from '../../../shared/domain/code.ts'
import { normalizeEmail } from '../../../shared/domain/email.ts'
import type { AccountId } from '../../../shared/domain/ids.ts'
import { ok } from '../../../shared/domain/result.ts'
import { newId } from '../../lib/system.ts'
import { codeText, recordWrongCode } from '../engine/codes.ts'
import { sameBytes, sha256 } from '../engine/keys.ts'
import { loadPerson } from '../engine/person.ts'
import type { CommandRun } from '../engine/run.ts'
import { sessionLifetime, sessionToken } from '../engine/sessions.ts'
import { defineCommand } from './command.ts'

/** No token and nobody's data is stored: a repeat makes both anew. */
interface Kept {
  session: string
  account: AccountId
}

/**
 * Proves an email and opens a session, making the account at the first proof (R2.1, R2.2).
 * Errors: `locked {untilAt}`, `code-none`, `code-wrong {left}`, `code-used`, `code-expired`.
 */
export const codeVerify = defineCommand<'code.verify', Kept>('code.verify', {
  run(run, payload) {
    const { store, now, keys } = run
    const email = normalizeEmail(payload.email)
    const code = store.codes.find(email) ?? null
    const typed = code && keys.hash('code', codeText(email, payload.code, code.issuedAt))
    const verdict = decideCodeVerify(
      {
        failures: store.codes.wrongTries('code', email, now),
        code,
        matches: code !== null && typed !== null && sameBytes(code.hash, typed),
      },
      now,
    )
    if (verdict.countsAsFailure) recordWrongCode(run, email)
    if (!verdict.result.ok) return verdict.result

    store.codes.use(email, now)
    const account = accountOf(run, email, payload.language)
    const session = openSession(run, account)
    run.audit('code.verify', account, { session })
    return ok({ session, account })
  },
  present({ session, account }, { parts, command }) {
    const person = loadPerson(parts, account, parts.system.now())
    if (!person) throw new Error(`no account ${account}`)
    return { session: sessionToken(session, parts.keys.sessionSecret(command)), person }
  },
})

function accountOf(run: CommandRun, email: string, language: string): AccountId {
  const { people } = run.store
  const known = people.idOf(email)
  if (known === undefined) {
    const account = newId(run.system)
    people.add(account, email, '', language, run.now)
    run.activity('signed-up', email, '')
    return account
  }
  people.setLanguage(known, language)
  run.activity('signed-in', people.profile(known)?.name || email, '')
  return known
}

/** One session per device: whoever was signed in there before is signed out. */
function openSession(run: CommandRun, account: AccountId): string {
  const { store, now, device, keys } = run
  const before = store.sessions.openOn(device.id)
  if (before) {
    store.sessions.end(before.id, Math.min(now, before.expiresAt))
    if (now < before.expiresAt)
      run.effects.push({ kind: 'session-ended', device: device.id, session: before.id })
  }
  const id = newId(run.system)
  const secretHash = sha256(keys.sessionSecret(run.command))
  const expiresAt = now + sessionLifetime
  store.sessions.open({ id, account, device: device.id, secretHash, openedAt: now, expiresAt })
  return id
}
