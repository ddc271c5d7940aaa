import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { type OpenedSession, presentSession, signIn } from '../identity/sign-in.ts'
import { activationOf } from './invitations.ts'

/**
 * Uses a link up and logs in with no further check (R4.2). Errors: `activation-unknown`, `activation-used`,
 * `activation-late`: past its 24 hours, or a newer mail has another.
 */
export const activationUse = defineCommand<'activation.use', OpenedSession>('activation.use', {
  run(context, { token }) {
    const found = activationOf(context, token)
    if (!found) return failure('activation-unknown')
    if (found.state !== 'fresh') return failure(`activation-${found.state}`)
    const { account, id } = found.invitation
    context.store.invitations.useLink(found.hash, context.now)
    const opened = signIn(context, account)
    context.audit('activation.use', account, { invitation: id, session: opened.session })
    return ok(opened)
  },
  present: presentSession,
})
