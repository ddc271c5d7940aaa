import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { sendAgain } from './invitation-mails.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** Sends an invitation again, at any time, with a new link (R4.2). Error: `invitation-unknown`. */
export const staffResendInvite = defineCommand('staff.resendInvite', {
  run(run, { invitation: id }) {
    const { store, staff } = run
    const invitation = store.invitations.find(id)
    if (!invitation) return failure('invitation-unknown')
    sendAgain(run, invitation, run.device.id)
    run.activity('invited', staff.name, store.people.profile(invitation.account)?.name ?? '')
    run.audit('staff.resendInvite', id)
    return ok({})
  },
})
