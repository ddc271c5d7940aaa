import type { ListedInvitation } from '../data/invitations.ts'
import { personBeside } from '../state/console.ts'
import { useDesk } from '../state/useConsole.ts'
import { useFold } from '../ui/useFold.tsx'
import { InvitationRow } from './InvitationRow.tsx'

/** Invitations, the open ones first. */
export function InvitationList({ invitations }: { invitations: ListedInvitation[] }) {
  const person = useDesk(personBeside)
  const { shown, more } = useFold(invitations, 4)
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
