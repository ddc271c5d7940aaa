import { Check, MailPlus } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { InvitationFacts } from '../invitations/InvitationFacts.tsx'
import { useListedInvitation } from '../invitations/useListedInvitation.ts'
import { useDeskHandle, useRows } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { Outcome } from '../ui/Outcome.tsx'
import { useFocusInside } from '../ui/useFocusInside.ts'

interface Props {
  invited: { id: string; name: string; email: string }
  onAgain: () => void
}

/** The result of an invitation in words, and its mail as it goes its way (R2.5, R8.2). */
export function Invited({ invited, onAgain }: Props) {
  const { t } = useWords()
  const { store } = useDeskHandle()
  const row = useRows('invitation').find(({ id }) => id === invited.id) ?? null
  const listed = useListedInvitation(row)
  const place = useFocusInside<HTMLDivElement>()
  const { name, email } = invited
  return (
    <div ref={place} className="panel__done">
      <Outcome state={{ phase: 'done', value: null }} done={t('invite.done', { name, email })} />
      {listed && <InvitationFacts listed={listed} />}
      <div className="form__actions">
        <Button
          label={t('kiosks.close')}
          icon={Check}
          kind="primary"
          onClick={() => store.setState({ beside: null })}
        />
        <Button label={t('invite.again')} icon={MailPlus} onClick={onAgain} />
      </div>
    </div>
  )
}
