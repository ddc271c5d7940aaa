import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { activationOf } from '../../engine/activation.ts'
import { markActivated } from './invitations.ts'
import { type OpenedSession, openSession, presentSession } from '../identity/sign-in.ts'
import { defineCommand } from '../../pipeline/command.ts'

/**
 * Uses a link up and logs in with no further check (R4.2). Errors: `activation-unknown`, `activation-used`,
 * `activation-late`: past its 24 hours, or a newer mail has another.
 */
export const activationUse = defineCommand<'activation.use', OpenedSession>('activation.use', {
  run(run, { token }) {
    const found = activationOf(run, token)
    if (!found) return failure('activation-unknown')
    if (found.state !== 'fresh') return failure(`activation-${found.state}`)
    const { account, id } = found.invitation
    run.store.invitations.useLink(found.hash, run.now)
    markActivated(run, account)
    const opened = openSession(run, account)
    run.audit('activation.use', account, { invitation: id, session: opened.session })
    return ok(opened)
  },
  present: presentSession,
})
