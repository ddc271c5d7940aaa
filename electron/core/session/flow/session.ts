import { isSession } from '../../sync/session-token.ts'
import type { Handlers } from '../events.ts'
import { withPerson } from '../person.ts'
import { forget, stay } from '../steps.ts'
import { revalidate } from './revalidate.ts'

type Here = 'personChanged' | 'offersChanged' | 'photoCame' | 'sessionEnded'

/** What comes to a session from outside (R1.2, R10.3). */
export const sessionHandlers: Handlers<Here> = {
  personChanged: (state, { session, person }, context) => {
    const { signedIn } = state
    if (!signedIn || !isSession(signedIn.session, session)) return stay(state)
    return revalidate({ ...state, signedIn: withPerson(signedIn, person) }, context)
  },
  offersChanged: (state, { session, offers }, context) => {
    const { signedIn } = state
    if (!signedIn || !isSession(signedIn.session, session)) return stay(state)
    const seen = { ...context, catalogue: context.catalogue.withOffers(offers) }
    return revalidate({ ...state, signedIn: { ...signedIn, offers } }, seen)
  },
  photoCame: (state, { session, hash, image }) => {
    const { signedIn } = state
    if (!signedIn || !isSession(signedIn.session, session)) return stay(state)
    return stay({ ...state, signedIn: { ...signedIn, photo: { hash, image } } })
  },
  sessionEnded: (state, { session }) => {
    const ours = state.signedIn && isSession(state.signedIn.session, session)
    return ours ? forget(state, { code: 'session-invalid' }, false) : stay(state)
  },
}
