import type { DeviceId } from '../../../../shared/domain/ids.ts'
import { newId } from '../../../lib/system.ts'
import type { InvitationRecord } from '../../store/invitations.ts'
import { projectInvitation, remindAfter, writeInvitation } from './invitations.ts'
import { queueMail } from '../mails/mails.ts'
import type { Run } from '../../pipeline/context.ts'

/** The mail of an invitation that was just made. */
export function sendFirst(run: Run, invitation: InvitationRecord, device: DeviceId): void {
  queueMail(run, writeInvitation(run, invitation, { id: invitation.mail, kind: 'invitation', device }))
  projectInvitation(run, invitation.id)
}

/** The mail once more, at any time: with a new link, and a new day for it (R4.2). */
export function sendAgain(run: Run, invitation: InvitationRecord, device: DeviceId): void {
  const id = newId(run.system)
  run.store.invitations.setSent(invitation.id, run.now, id)
  queueMail(run, writeInvitation(run, invitation, { id, kind: 'invitation', device }))
  projectInvitation(run, invitation.id)
}

/** Reminds whoever was invited three days ago and did not come, once (R4.2). Not where the mail server said no. */
export function remindInvited(run: Run): void {
  // Links begin with the hub's address, which is not known before its server listens.
  if (run.url() === '') return
  for (const invitation of run.store.invitations.waitingSince(run.now - remindAfter)) {
    if (run.store.mails.find(invitation.mail)?.status === 'refused') continue
    const id = newId(run.system)
    run.store.invitations.setReminded(invitation.id, run.now, id)
    queueMail(run, writeInvitation(run, invitation, { id, kind: 'reminder', device: '' }))
    projectInvitation(run, invitation.id)
    run.audit('invitation.remind', invitation.id)
  }
}
