import { normalizeEmail } from '../../../../shared/domain/email.ts'
import type { AccountId } from '../../../../shared/domain/ids.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { newId } from '../../../lib/system.ts'
import { defineCommand } from '../../pipeline/command.ts'
import type { CommandContext } from '../../pipeline/context.ts'
import { proveCode } from './codes.ts'
import { markActivated, type OpenedSession, openSession, presentSession } from './sign-in.ts'

/** Proves an email and opens a session, making the account at the first proof (R2.1, R2.2). Errors: those of `proveCode`. */
export const codeVerify = defineCommand<'code.verify', OpenedSession>('code.verify', {
  run(context, { email: typed, code, language }) {
    const email = normalizeEmail(typed)
    const proved = proveCode(context, email, code)
    if (!proved.ok) return proved
    const account = accountOf(context, email, language)
    markActivated(context, account)
    const opened = openSession(context, account)
    context.audit('code.verify', account, { session: opened.session })
    return ok(opened)
  },
  present: presentSession,
})

function accountOf(context: CommandContext, email: string, language: string): AccountId {
  const { people } = context.store
  const known = people.idOf(email)
  if (known === undefined) {
    const account = newId(context.system)
    people.add(account, email, '', language, context.now)
    context.activity('signed-up', email, '')
    return account
  }
  people.setLanguage(known, language)
  context.activity('signed-in', people.profile(known)?.name || email, '')
  return known
}
