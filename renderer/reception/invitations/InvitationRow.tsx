import type { ListedInvitation } from '../data/invitations.ts'
import { PersonButton } from '../ui/PersonButton.tsx'
import { InvitationFacts } from './InvitationFacts.tsx'
import './invitations.css'
import { ResendInvite } from './ResendInvite.tsx'

/** One invitation: whose, how it stands, and the button that sends it again while it waits. */
export function InvitationRow({ listed, current }: { listed: ListedInvitation; current: boolean }) {
  const { row } = listed
  return (
    <li
      className={current ? 'row row--opens row--current invitation' : 'row row--opens invitation'}
      data-row={row.id}
    >
      <PersonButton row={row} current={current} />
      {row.name && <p className="row__soft">{row.email}</p>}
      <InvitationFacts listed={listed} />
      {row.state === 'sent' && <ResendInvite invitation={row} />}
    </li>
  )
}
