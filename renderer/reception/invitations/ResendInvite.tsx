import { Send } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import type { InvitationRow } from '../data/rows.ts'
import { useAction } from '../state/useAction.ts'
import { useWords } from '../state/words.ts'
import { Outcome } from '../ui/Outcome.tsx'

interface Props {
  invitation: InvitationRow
  onStart?: () => void
  onEnd?: (done: boolean) => void
}

/** Sends an invitation again, with a new link (R4.2). */
export function ResendInvite({ invitation, onStart, onEnd }: Props) {
  const { t } = useWords()
  const action = useAction('staff.resendInvite')
  const send = async (): Promise<void> => {
    onStart?.()
    onEnd?.(await action.run({ invitation: invitation.id }))
  }
  return (
    <div className="deed row__act">
      {action.state.phase !== 'done' && (
        <Button
          label={t('invitations.resend')}
          icon={Send}
          aria-description={invitation.name || invitation.email}
          busy={action.state.phase === 'working'}
          disabled={action.state.phase === 'working'}
          onClick={() => void send()}
        />
      )}
      <Outcome state={action.state} done={t('invitations.resent')} />
    </div>
  )
}
