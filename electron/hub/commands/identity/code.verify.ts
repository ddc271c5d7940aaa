import { normalizeEmail } from '../../../../shared/domain/email.ts'
import type { AccountId } from '../../../../shared/domain/ids.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { newId } from '../../../lib/system.ts'
import { markActivated } from '../invitations/invitations.ts'
import { proveCode } from '../../engine/prove-code.ts'
import type { CommandRun } from '../../pipeline/context.ts'
import { type OpenedSession, openSession, presentSession } from './sign-in.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** Proves an email and opens a session, making the account at the first proof (R2.1, R2.2). Errors: those of `proveCode`. */
export const codeVerify = defineCommand<'code.verify', OpenedSession>('code.verify', {
  run(run, { email: typed, code, language }) {
    const email = normalizeEmail(typed)
    const proved = proveCode(run, email, code)
    if (!proved.ok) return proved
    const account = accountOf(run, email, language)
    markActivated(run, account)
    const opened = openSession(run, account)
    run.audit('code.verify', account, { session: opened.session })
    return ok(opened)
  },
  present: presentSession,
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
