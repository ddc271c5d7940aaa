import type { Profile } from '../../../shared/contract/person.ts'
import type { InvitationRecord } from '../store/invitations.ts'
import { linkState } from '../commands/invitations/invitations.ts'
import type { Run } from '../pipeline/context.ts'

export interface Activation {
  state: 'fresh' | 'late' | 'used'
  invitation: InvitationRecord
  profile: Profile
  /** What the link is kept under. */
  hash: Uint8Array
}

/** What a link of an invitation's mail leads to; undefined when no mail ever had it. */
export function activationOf(run: Run, token: string): Activation | undefined {
  const { invitations, people } = run.store
  const hash = run.keys.hash('activation', token)
  const link = invitations.link(hash)
  const invitation = link && invitations.find(link.invitation)
  const profile = invitation && people.profile(invitation.account)
  return link && invitation && profile
    ? { state: linkState(link, run.now), invitation, profile, hash }
    : undefined
}
