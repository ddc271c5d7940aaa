import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { DeskState } from '../../../shared/contract/kiosk-view.ts'
import type { ItemId } from '../../../shared/domain/ids.ts'
import { deskStates } from './desks-now.ts'
import type { FlowContext } from './events.ts'
import { factsIn } from './person.ts'
import type { FlowState } from './state.ts'
import { dateOf } from './steps.ts'

/** One desk as it looks on the day that is shown; null when there is no such desk. */
export function deskNow(
  state: FlowState,
  id: ItemId,
  { catalogue, ...context }: FlowContext,
): { state: DeskState; label: string } | null {
  const place = catalogue.place()
  const date = dateOf(state, { catalogue, ...context })
  const facts = factsIn(state)
  const desks = catalogue.desks().filter((desk) => desk.id === id)
  const [desk] = place ? deskStates(desks, catalogue.occupancies(date), place, facts, date, context.now) : []
  return desk ?? null
}

/** Why a desk cannot be picked (R1.3); null when it can. */
export function whyNot(desk: { state: DeskState; label: string } | null): FoyerError | null {
  if (!desk) return { code: 'desk-unknown' }
  if (desk.state === 'free' || desk.state === 'yours') return null
  return { code: desk.state === 'taken' ? 'desk-taken' : 'desk-assigned', params: { desk: desk.label } }
}
