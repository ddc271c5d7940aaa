import { useMemo } from 'react'
import { type ListedInvitation, listInvitations } from '../data/invitations.ts'
import type { InvitationRow } from '../data/rows.ts'
import { useRows } from '../state/useConsole.ts'

/** One invitation with what became of its mail. */
export function useListedInvitation(row: InvitationRow | null): ListedInvitation | null {
  const mails = useRows('mail')
  return useMemo(() => (row && listInvitations([row], mails, [])[0]) ?? null, [row, mails])
}
