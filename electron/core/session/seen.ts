import type { FlowContext } from './events.ts'
import type { FlowState } from './state.ts'

/** The context as whoever is signed in sees it: with what is on offer to them beyond the public (R1.2). */
export function seenBy({ signedIn }: FlowState, context: FlowContext): FlowContext {
  return { ...context, catalogue: context.catalogue.withOffers(signedIn?.offers ?? null) }
}
