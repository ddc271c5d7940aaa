import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { sendAgain } from './invitation-mails.ts'

/** Sends an invitation again, at any time, with a new link (R4.2). Error: `invitation-unknown`. */
export const staffResendInvite = defineCommand('staff.resendInvite', {
  run(context, { invitation: id }) {
    const { store, staff } = context
    const invitation = store.invitations.find(id)
    if (!invitation) return failure('invitation-unknown')
    sendAgain(context, invitation, context.device.id)
    context.activity('invited', staff.name, store.people.profile(invitation.account)?.name ?? '')
    context.audit('staff.resendInvite', id)
    return ok({})
  },
})
