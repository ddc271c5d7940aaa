import { Check, MailPlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { InvitationFacts, useListedInvitation } from '../invitations/InvitationFacts.tsx'
import { useConsoleHandle, useRows } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { useFocusFirst } from '../ui/focus.ts'
import { Outcome } from '../ui/Outcome.tsx'
import { SidePanel } from '../ui/SidePanel.tsx'
import { type Invited, InviteForm } from './InviteForm.tsx'

/** Invites a member (R4.1), then says what became of it. */
export function InvitePanel() {
  const { t } = useWords()
  const [invited, setInvited] = useState<Invited | null>(null)
  return (
    <SidePanel title={t('invite.heading')}>
      {invited ? (
        <InvitedCard invited={invited} onAgain={() => setInvited(null)} />
      ) : (
        <InviteForm onInvited={setInvited} />
      )}
    </SidePanel>
  )
}

/** The result of an invitation in words, and its mail as it goes its way (R2.5, R8.2). */
function InvitedCard({ invited, onAgain }: { invited: Invited; onAgain: () => void }) {
  const { t } = useWords()
  const { showPanel } = useConsoleHandle()
  const row = useRows('invitation').find(({ id }) => id === invited.id) ?? null
  const listed = useListedInvitation(row)
  const place = useFocusFirst<HTMLDivElement>()
  const { name, email } = invited
  return (
    <div ref={place} className="panel__done">
      <Outcome state={{ phase: 'done', value: null }} done={t('invite.done', { name, email })} />
      {listed && <InvitationFacts listed={listed} />}
      <div className="form__actions">
        <Button label={t('kiosks.close')} icon={Check} kind="primary" onClick={() => showPanel(null)} />
        <Button label={t('invite.again')} icon={MailPlus} onClick={onAgain} />
      </div>
    </div>
  )
}
