import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { proveCode } from '../identity/codes.ts'
import { type OpenedSession, presentSession, signIn } from '../identity/sign-in.ts'
import { activationOf } from './invitations.ts'

/** Proves the address of a link with a code, and logs in. Errors: `activation-unknown`, those of `proveCode`. */
export const activationVerify = defineCommand<'activation.verify', OpenedSession>('activation.verify', {
  run(context, { token, code }) {
    const found = activationOf(context, token)
    if (!found) return failure('activation-unknown')
    const proved = proveCode(context, found.profile.email, code)
    if (!proved.ok) return proved
    const { account, id } = found.invitation
    const opened = signIn(context, account)
    context.audit('activation.verify', account, { invitation: id, session: opened.session })
    return ok(opened)
  },
  present: presentSession,
})
