import { pinSchema } from '../../../../shared/contract/basics.ts'
import { liveBooking } from '../../../../shared/domain/live.ts'
import type { Handlers, Step, World } from '../events.ts'
import { factsOf } from '../person.ts'
import type { FlowState } from '../state.ts'
import { dateOf, forget, go, goHome, show, stay, todayOf } from '../steps.ts'
import { proceed, toDesks } from './arriving.ts'

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
  start: (state, { purpose }, world) => {
    const next = { ...state, purpose, pending: null, date: purpose === 'check-in' ? todayOf(world) : null }
    // Looking at desks needs no login (R2.1).
    if (purpose === 'book') return toDesks(next, null)
    return state.signedIn ? proceed(next, world) : toEmail(next, world)
  },
  browse: (state) => go(state, { name: 'browse' }),
  back: (state, _event, world) => back(state, world),
  home: (state) => (isSetUp(state) ? goHome(state) : stay(state)),
  touch: (state) => stay(state),
  setLanguage: (state, { language }, world) => {
    const offered = world.catalogue.location()?.languages
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

/** Asks who it is, and says so at once when that cannot be found out now (R9.2). */
export function toEmail(state: FlowState, world: World): Step {
  const email = state.sent?.email ?? ''
  const notice = world.link === 'offline' ? ({ code: 'offline-codes' } as const) : state.notice
  return go({ ...state, notice }, { name: 'email', email, error: null })
}

function back(state: FlowState, world: World): Step {
  const { screen, pending } = state
  switch (screen.name) {
    case 'code':
      return go(state, { name: 'email', email: screen.email, error: null })
    case 'email':
    case 'terms':
      return pending ? toDesks(state, pending.desk) : goHome(state)
    case 'desks':
      return backFromDesks(state, world)
    case 'starting':
    case 'pairing':
      return stay(state)
    default:
      return goHome(state)
  }
}

/** Whoever looked for another desk keeps the one they have: back to it. */
function backFromDesks(state: FlowState, world: World): Step {
  const date = dateOf(state, world)
  const held = state.signedIn && liveBooking(factsOf(state.signedIn).bookings, date, world.now)
  return held && state.purpose === 'check-in' ? proceed(state, world) : goHome(state)
}

function isSetUp({ screen }: FlowState): boolean {
  return screen.name !== 'starting' && screen.name !== 'pairing'
}
