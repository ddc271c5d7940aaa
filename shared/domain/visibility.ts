import type { PersonFacts } from './facts.ts'
import type { AccountId, LocationId } from './ids.ts'

/** From the lowest level to the highest (R1.2). */
export const visibilities = ['public', 'network-members', 'location-members', 'administrators'] as const
export type Visibility = (typeof visibilities)[number]

export type Viewer =
  | { kind: 'public' }
  /** `locations`: where they are a member. An account alone makes nobody one. */
  | { kind: 'member'; account: AccountId; locations: readonly LocationId[] }
  /** `of`: where they are an administrator; elsewhere they see what a member sees. */
  | {
      kind: 'administrator'
      account: AccountId
      of: readonly LocationId[]
      locations: readonly LocationId[]
    }

/** The highest level that a viewer sees at a location (R1.2). */
export function levelOf(viewer: Viewer, location: LocationId): Visibility {
  if (viewer.kind === 'public') return 'public'
  if (viewer.kind === 'administrator' && viewer.of.includes(location)) return 'administrators'
  if (viewer.locations.includes(location)) return 'location-members'
  return viewer.locations.length > 0 ? 'network-members' : 'public'
}

/** Who somebody is to the network (R1.2); null = nobody is known. Administrators are members too. */
export function viewerOf(person: Pick<PersonFacts, 'account' | 'memberships'> | null): Viewer {
  if (!person) return { kind: 'public' }
  const { account, memberships } = person
  const locations = memberships.map(({ location }) => location)
  const of = memberships.filter(({ role }) => role === 'administrator').map(({ location }) => location)
  return of.length > 0
    ? { kind: 'administrator', account, of, locations }
    : { kind: 'member', account, locations }
}

/**
 * Whether a viewer may know of an item (R1.2). One that is exclusive is seen by the members it names and nobody else,
 * whatever its level.
 */
export function isVisible(
  item: { location: LocationId; visibility: Visibility; exclusiveTo: readonly AccountId[] | null },
  viewer: Viewer,
): boolean {
  if (item.exclusiveTo !== null) return viewer.kind !== 'public' && item.exclusiveTo.includes(viewer.account)
  return visibilities.indexOf(item.visibility) <= visibilities.indexOf(levelOf(viewer, item.location))
}
