import { grantWord } from '../data/grants.ts'
import type { InvitationRow, RequestRow, ReservationRow, GrantRow as Row } from '../data/rows.ts'
import { GrantRow } from '../grants/GrantRow.tsx'
import { InvitationFacts, useListedInvitation } from '../invitations/InvitationFacts.tsx'
import { QuestionRow } from '../questions/QuestionList.tsx'
import { useConsole, useZone } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { ResendInvite } from '../ui/actions.tsx'

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

/** The person's grants, newest first. */
export function PersonAccess({ grants }: { grants: Row[] }) {
  const { t } = useWords()
  const now = useConsole((state) => state.now)
  const zone = useZone()
  return (
    <div className="person__part">
      <h3>{t('person.grants')}</h3>
      {grants.length === 0 && <p className="row__soft">{t('person.noGrants')}</p>}
      <ul className="rows person__rows">
        {grants.map((row) => (
          <GrantRow key={row.id} row={row} word={grantWord(row, zone, now)} current nameless />
        ))}
      </ul>
    </div>
  )
}

/** Rooms, equipment and parking that the person has reserved. */
export function PersonReservations({ reservations }: { reservations: ReservationRow[] }) {
  const { t, start, end } = useWords()
  if (reservations.length === 0) return null
  return (
    <div className="person__part">
      <h3>{t('person.reservations')}</h3>
      <ul className="person__list">
        {reservations.map((row) => (
          <li key={row.id}>
            <p>{row.itemName}</p>
            <p className="row__soft">{t('time.range', { from: start(row.from), until: end(row.until) })}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What the person asked, and whether it was answered. */
export function PersonQuestions({ requests }: { requests: RequestRow[] }) {
  const { t } = useWords()
  if (requests.length === 0) return null
  return (
    <div className="person__part">
      <h3>{t('person.requests')}</h3>
      <ul className="rows person__rows">
        {requests.map((row) => (
          <QuestionRow key={row.id} row={row} current={false} nameless />
        ))}
      </ul>
    </div>
  )
}
