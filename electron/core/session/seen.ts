import type { World } from './events.ts'
import type { FlowState } from './state.ts'

/** The world as whoever is signed in sees it: with what is on offer to them beyond the public (R1.2). */
export function seenBy({ signedIn }: FlowState, world: World): World {
  return { ...world, catalogue: world.catalogue.withOffers(signedIn?.offers ?? null) }
}
