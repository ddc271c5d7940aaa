import { normalizeEmail } from '../../../../shared/domain/email.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { accountFor } from './accounts.ts'
import { proveCode } from './codes.ts'
import { type OpenedSession, presentSession, signIn } from './sign-in.ts'

/** Proves an email and opens a session, making the account at the first proof (R2.1, R2.2). Errors: those of `proveCode`. */
export const codeVerify = defineCommand<'code.verify', OpenedSession>('code.verify', {
  run(context, { email: typed, code, language }) {
    const email = normalizeEmail(typed)
    const proved = proveCode(context, email, code)
    if (!proved.ok) return proved
    const { account, isNew } = accountFor(context, email, { language })
    if (!isNew) context.store.people.setLanguage(account, language)
    const name = context.store.people.profile(account)?.name
    context.activity(isNew ? 'signed-up' : 'signed-in', name || email, '')
    const opened = signIn(context, account)
    context.audit('code.verify', account, { session: opened.session })
    return ok(opened)
  },
  present: presentSession,
})
