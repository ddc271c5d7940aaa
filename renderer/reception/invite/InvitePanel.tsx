import { useState } from 'react'
import { useWords } from '../state/words.ts'
import { SidePanel } from '../ui/SidePanel.tsx'
import { Invited } from './Invited.tsx'
import { InviteForm } from './InviteForm.tsx'

/** Invites a member (R4.1), then says what became of it. */
export function InvitePanel() {
  const { t } = useWords()
  const [invited, setInvited] = useState<{ id: string; name: string; email: string } | null>(null)
  return (
    <SidePanel title={t('invite.heading')}>
      {invited ? (
        <Invited invited={invited} onAgain={() => setInvited(null)} />
      ) : (
        <InviteForm onInvited={setInvited} />
      )}
    </SidePanel>
  )
}
