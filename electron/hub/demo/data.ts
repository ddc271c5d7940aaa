import people from '../../../resources/demo/people.json' with { type: 'json' }
import type { Store } from '../store/store.ts'

/** A person of the demo. `…In`: days from today at the location, so that the demo is true whenever it starts. */
export interface DemoMember {
  id: string
  email: string
  name: string
  acceptedTerms?: boolean
  subscription?: { id: string; plan: string; startsIn: number }
  assignment?: { id: string; desk: string; startsIn: number }
  passes?: { expiresIn: number }[]
  /** `location`: another one of the network; left out = here. */
  memberships?: { location?: string; role: 'member' | 'administrator' }[]
  /** Has this desk whenever the demo starts, if it is free. */
  deskToday?: string
}

export const demoPeople = people as {
  staff: { id: string; name: string; pin: string }[]
  members: DemoMember[]
}

/** Whether this hub was filled with the demo: its facts that depend on the date are then kept true. */
export function isDemo(store: Store): boolean {
  return store.meta.get('demo') === '1'
}
