import type { ListedInvitation } from '../data/invitations.ts'
import { personInPanel } from '../state/console.ts'
import { useConsole } from '../state/useConsole.ts'
import { ResendInvite } from '../ui/actions.tsx'
import { PersonButton } from '../ui/PersonButton.tsx'
import { useShowMore } from '../ui/useShowMore.tsx'
import { InvitationFacts } from './InvitationFacts.tsx'
import './invitations.css'

/** Invitations, the open ones first. */
export function InvitationList({ invitations }: { invitations: ListedInvitation[] }) {
  const person = useConsole(personInPanel)
  const { shown, more } = useShowMore(invitations, 4)
  return (
    <>
      <ul className="rows">
        {shown.map((listed) => (
          <InvitationRow key={listed.row.id} listed={listed} current={listed.row.account === person} />
        ))}
      </ul>
      {more}
    </>
  )
}

/** One invitation: whose, how it stands, and the button that sends it again while it waits. */
function InvitationRow({ listed, current }: { listed: ListedInvitation; current: boolean }) {
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
