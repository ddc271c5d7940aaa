import { pinSchema } from '../../../../shared/contract/basics.ts'
import type { BrowseKind } from '../../../../shared/contract/lists.ts'
import { liveBooking } from '../../../../shared/domain/live.ts'
import type { FlowContext, Handlers, Step } from '../events.ts'
import { factsOf } from '../person.ts'
import type { FlowState } from '../state.ts'
import { dateOf, forget, go, goHome, show, stay, todayOf } from '../steps.ts'
import { proceed, toAccount } from './arriving.ts'
import { toDesks } from './desk-request.ts'
import { identify } from './identify.ts'
import { toChosen } from './requests.ts'

type Here =
  | 'start'
  | 'browse'
  | 'back'
  | 'home'
  | 'touch'
  | 'setLanguage'
  | 'dismissNotice'
  | 'askLeave'
  | 'leave'
  | 'left'

/** Home, browsing, and the ways back to them. */
export const homeHandlers: Handlers<Here> = {
  start: (state, { purpose }, context) => {
    const next = { ...state, purpose, pending: null, date: purpose === 'check-in' ? todayOf(context) : null }
    // Looking at desks and plans needs no login (R2.1).
    if (purpose === 'book') return toDesks(next, null)
    if (purpose === 'sign-up') return toBrowse(next, 'plan')
    return state.signedIn ? proceed(next, context) : identify(next, context)
  },
  browse: (state, { kind }) => toBrowse(state, kind ?? state.tab),
  back: (state, _event, context) => back(state, context),
  home: (state) => (isSetUp(state) ? goHome(state) : stay(state)),
  touch: (state) => stay(state),
  setLanguage: (state, { language }, context) => {
    const offered = context.catalogue.location()?.languages
    return stay(!offered || offered.includes(language) ? { ...state, language } : state)
  },
  dismissNotice: (state) => stay({ ...state, notice: null }),
  askLeave: (state) => go(state, { name: 'leave', error: null }),
  leave: (state, { pin }) => {
    if (state.screen.name !== 'leave' || state.waiting) return stay(state)
    if (!pinSchema.safeParse(pin).success) return show(state, { name: 'leave', error: { code: 'pin-wrong' } })
    return stay({ ...state, waiting: 'hub' }, { do: 'leave', step: state.step, pin })
  },
  left: (state, { step, result }) => {
    if (step !== state.step) return stay(state)
    return result.ok ? forget(state, null, true) : show(state, { name: 'leave', error: result.error })
  },
}

function back(state: FlowState, context: FlowContext): Step {
  const { screen, pending } = state
  switch (screen.name) {
    case 'code':
      if (state.signedIn) return pending ? toChosen(state, pending) : goHome(state)
      return go(state, { name: 'email', email: screen.email, error: null })
    case 'email':
    case 'terms':
      return pending ? toChosen(state, pending) : goHome(state)
    case 'billing':
      return pending ? toChosen(state, pending) : toAccount(state)
    case 'photo':
      return toAccount(state)
    case 'item':
    case 'ordered':
      return toBrowse(state, state.tab)
    case 'desks':
      return backFromDesks(state, context)
    case 'starting':
    case 'pairing':
      return stay(state)
    default:
      return goHome(state)
  }
}

function toBrowse(state: FlowState, kind: BrowseKind): Step {
  return go({ ...state, tab: kind, pending: null }, { name: 'browse', kind })
}

/** Whoever looked for another desk keeps the one they have: back to it. */
function backFromDesks(state: FlowState, context: FlowContext): Step {
  const date = dateOf(state, context)
  const held = state.signedIn && liveBooking(factsOf(state.signedIn).bookings, date, context.now)
  return held && state.purpose === 'check-in' ? proceed(state, context) : goHome(state)
}

function isSetUp({ screen }: FlowState): boolean {
  return screen.name !== 'starting' && screen.name !== 'pairing'
}
