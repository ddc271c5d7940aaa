import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { activationOf } from '../../engine/activation.ts'
import { markActivated } from './invitations.ts'
import { proveCode } from '../../engine/prove-code.ts'
import { type OpenedSession, openSession, presentSession } from '../identity/sign-in.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** Proves the address of a link with a code, and logs in. Errors: `activation-unknown`, those of `proveCode`. */
export const activationVerify = defineCommand<'activation.verify', OpenedSession>('activation.verify', {
  run(run, { token, code }) {
    const found = activationOf(run, token)
    if (!found) return failure('activation-unknown')
    const proved = proveCode(run, found.profile.email, code)
    if (!proved.ok) return proved
    const { account, id } = found.invitation
    markActivated(run, account)
    const opened = openSession(run, account)
    run.audit('activation.verify', account, { invitation: id, session: opened.session })
    return ok(opened)
  },
  present: presentSession,
})
