import type { FoyerError } from '../../../../shared/contract/errors.ts'
import type { DoorProgress } from '../../../../shared/contract/kiosk-view.ts'
import { decideUnlock, deriveGrants } from '../../../../shared/domain/grants.ts'
import type { Handlers } from '../events.ts'
import { factsOf } from '../person.ts'
import type { FlowState } from '../state.ts'
import { stay } from '../steps.ts'
import { reidentify } from './identify.ts'

/** Opening doors for whoever stands at the kiosk (R6.2, R6.4). */
export const doorsHandlers: Handlers<'openDoor' | 'doorAnswered' | 'doorShut'> = {
  openDoor: (state, { door }, context) => {
    const { screen, signedIn } = state
    const place = context.catalogue.place()
    if (!('doors' in screen) || !signedIn || !place || screen.doors[door] === 'opening') return stay(state)
    const { session } = signedIn
    const verdict = decideUnlock(deriveGrants(factsOf(signedIn), place), door, place.zone, context.now)
    if (verdict.ok)
      return stay(withDoor(state, door, 'opening'), {
        do: 'openDoor',
        session,
        door,
        grant: verdict.value.id,
      })
    const { error } = verdict
    return stay(withDoor(state, door, { error }), { do: 'reportRefusal', session, door, why: error.code })
  },
  doorAnswered: (state, { door, session, result }) => {
    if (state.signedIn?.session !== session) return stay(state)
    if (result.ok) {
      const progress = result.value === 'opened' ? 'opened' : 'unknown'
      return stay(withDoor(state, door, progress), { do: 'shutLater', session, door })
    }
    if (result.error.code === 'session-invalid') return reidentify(state)
    return stay(withDoor(state, door, failed(result.error)))
  },
  doorShut: (state, { door, session }) => {
    const { screen, signedIn } = state
    const over = 'doors' in screen && screen.doors[door] === 'opened'
    return stay(over && signedIn?.session === session ? withDoor(state, door, 'idle') : state)
  },
}

function failed(error: FoyerError): DoorProgress {
  return error.code === 'door-unknown-outcome' ? 'unknown' : { error }
}

function withDoor(state: FlowState, door: string, progress: DoorProgress): FlowState {
  const { screen } = state
  return 'doors' in screen
    ? { ...state, screen: { ...screen, doors: { ...screen.doors, [door]: progress } } }
    : state
}
