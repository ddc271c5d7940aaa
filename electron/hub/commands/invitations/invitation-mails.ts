import type { DeviceId } from '../../../../shared/domain/ids.ts'
import { newId } from '../../../lib/system.ts'
import type { JobContext } from '../../pipeline/context.ts'
import { projectInvitation } from '../../projections/reception.ts'
import type { InvitationRecord } from '../../store/invitations.ts'
import { queueMail } from '../mails/mails.ts'
import { remindAfter, writeInvitation } from './invitations.ts'

/** The mail of an invitation that was just made. */
export function sendFirst(context: JobContext, invitation: InvitationRecord, device: DeviceId): void {
  queueMail(
    context,
    writeInvitation(context, invitation, { id: invitation.mail, kind: 'invitation', device }),
  )
  projectInvitation(context, invitation.id)
}

/** The mail once more, at any time: with a new link, and a new day for it (R4.2). */
export function sendAgain(context: JobContext, invitation: InvitationRecord, device: DeviceId): void {
  const id = newId(context.system)
  context.store.invitations.setSent(invitation.id, context.now, id)
  queueMail(context, writeInvitation(context, invitation, { id, kind: 'invitation', device }))
  projectInvitation(context, invitation.id)
}

/** Reminds whoever was invited three days ago and did not come, once (R4.2). Not where the mail server said no. */
export function remindInvited(context: JobContext): void {
  // Links begin with the hub's address, which is not known before its server listens.
  if (context.url() === '') return
  for (const invitation of context.store.invitations.waitingSince(
    context.location,
    context.now - remindAfter,
  )) {
    if (context.store.mails.find(invitation.mail)?.status === 'refused') continue
    const id = newId(context.system)
    context.store.invitations.setReminded(invitation.id, context.now, id)
    queueMail(context, writeInvitation(context, invitation, { id, kind: 'reminder', device: '' }))
    projectInvitation(context, invitation.id)
    context.audit('invitation.remind', invitation.id)
  }
}
