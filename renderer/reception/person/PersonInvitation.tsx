import type { InvitationRow } from '../data/rows.ts'
import { InvitationFacts } from '../invitations/InvitationFacts.tsx'
import { ResendInvite } from '../invitations/ResendInvite.tsx'
import { useListedInvitation } from '../invitations/useListedInvitation.ts'
import { useWords } from '../state/words.ts'

/** How the person was invited and whether they came (R4.1). */
export function PersonInvitation({ invitation }: { invitation: InvitationRow | null }) {
  const { t } = useWords()
  const listed = useListedInvitation(invitation)
  if (!listed) return null
  return (
    <div className="person__part">
      <h3>{t('invitations.one')}</h3>
      <InvitationFacts listed={listed} />
      {listed.row.state === 'sent' && <ResendInvite invitation={listed.row} />}
    </div>
  )
}
