import { useCallback } from 'react'
import { blankInvite, type InviteDraft, stillOffered } from '../data/invite.ts'
import { useDesk, useDeskHandle, useRows } from '../state/useConsole.ts'
import { useToday } from '../state/useToday.ts'

/** The invitation that is being written: it outlives its panel, but not the lock. */
export function useInviteDraft(): {
  draft: InviteDraft
  change: (changes: Partial<InviteDraft>) => void
  forget: () => void
} {
  const { store } = useDeskHandle()
  const today = useToday()
  const home = useDesk((state) => state.view?.location?.languages[0] ?? 'en')
  const begun = useDesk((state) => state.drafts.invite)
  const offers = useRows('offer')
  const draft = stillOffered(begun ?? blankInvite(home, today), offers)
  const keep = useCallback(
    (invite: InviteDraft | null) => store.setState(({ drafts }) => ({ drafts: { ...drafts, invite } })),
    [store],
  )
  return { draft, change: (changes) => keep({ ...draft, ...changes }), forget: () => keep(null) }
}
