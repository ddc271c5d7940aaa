import { LockOpen, Send, Wallet } from 'lucide-react'
import type { InvitationRow, LockoutRow, OrderRow } from '../data/rows.ts'
import { useWords } from '../state/words.ts'
import { ActionButton, type ActionEvents } from './ActionButton.tsx'

/** Lets a locked-out email try again (R2.3, R8.2). */
export function LiftLockout({ lockout, ...events }: ActionEvents & { lockout: LockoutRow }) {
  const { t } = useWords()
  return (
    <ActionButton
      type="staff.liftLockout"
      payload={{ lockout: lockout.id }}
      label={t('attention.lift')}
      icon={LockOpen}
      done={t('attention.lifted')}
      {...events}
    />
  )
}

/** Notes that somebody paid at the desk (R3.5). */
export function MarkPaid({ order, ...events }: ActionEvents & { order: OrderRow }) {
  const { t } = useWords()
  return (
    <ActionButton
      type="staff.markPaid"
      payload={{ order: order.id }}
      label={t('attention.markPaid')}
      icon={Wallet}
      done={t('attention.paid')}
      offered={order.state === 'due'}
      {...events}
    />
  )
}

/** Sends an invitation again, with a new link (R4.2). */
export function ResendInvite({ invitation, ...events }: ActionEvents & { invitation: InvitationRow }) {
  const { t } = useWords()
  return (
    <ActionButton
      type="staff.resendInvite"
      payload={{ invitation: invitation.id }}
      label={t('invitations.resend')}
      icon={Send}
      about={invitation.name || invitation.email}
      done={t('invitations.resent')}
      className="row__act"
      {...events}
    />
  )
}
