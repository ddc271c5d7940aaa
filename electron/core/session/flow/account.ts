import { commands } from '../../../../shared/contract/commands.ts'
import { type Answers, type Handlers, type Step } from '../events.ts'
import type { FlowState } from '../state.ts'
import { forget, sendCommand, show, stay } from '../steps.ts'

type Here = 'saveProfile' | 'cancelReservation' | 'leaveEvent' | 'endPlan' | 'dismissBanner' | 'logOut'

/** The account page (R3.4, R10.3). */
export const accountHandlers: Handlers<Here> = {
  saveProfile: (state, { name, phone, bio }) => {
    const { screen, signedIn } = state
    if (screen.name !== 'account' || !signedIn || state.waiting) return stay(state)
    const checked = commands['profile.update'].payload.safeParse({ name, phone, bio })
    if (!checked.success) {
      const field = String(checked.error.issues[0]?.path[0] ?? 'input')
      const code = field === 'name' && name.trim() === '' ? 'name-needed' : 'invalid-input'
      return show(state, { ...screen, error: { code, params: { field } } })
    }
    return sendCommand(state, signedIn, { type: 'profile.update', payload: checked.data })
  },
  cancelReservation: (state, { reservation }, context) => {
    const { screen, signedIn } = state
    if (screen.name !== 'account' || !signedIn || state.waiting) return stay(state)
    const held = signedIn.person.facts.reservations.find(({ id }) => id === reservation)
    if (!held) return show(state, { ...screen, error: { code: 'booking-unknown' } })
    if (held.from <= context.now) return show(state, { ...screen, error: { code: 'undo-too-late' } })
    return sendCommand(state, signedIn, { type: 'item.cancel', payload: { reservation } })
  },
  leaveEvent: (state, { place }, context) => {
    const { screen, signedIn } = state
    if (screen.name !== 'account' || !signedIn || state.waiting) return stay(state)
    const held = signedIn.person.facts.eventPlaces.find(({ id }) => id === place)
    if (!held) return show(state, { ...screen, error: { code: 'booking-unknown' } })
    if (held.from <= context.now) return show(state, { ...screen, error: { code: 'undo-too-late' } })
    return sendCommand(state, signedIn, { type: 'event.leave', payload: { place } })
  },
  endPlan: (state, { subscription }) => {
    const { screen, signedIn } = state
    if (screen.name !== 'account' || !signedIn || state.waiting) return stay(state)
    return sendCommand(state, signedIn, { type: 'plan.end', payload: { subscription } })
  },
  dismissBanner: (state) => {
    const { screen, signedIn } = state
    if (screen.name !== 'home' || !signedIn || state.waiting) return stay(state)
    return sendCommand(state, signedIn, { type: 'profile.dismissBanner', payload: {} })
  },
  logOut: (state) => forget(state, state.signedIn ? { code: 'signed-out' } : null, true),
}

export const accountAnswers: Answers<
  'profile.update' | 'profile.dismissBanner' | 'item.cancel' | 'event.leave' | 'plan.end'
> = {
  'profile.update': (state) => said(state, { code: 'profile-saved' }),
  'profile.dismissBanner': (state) => stay(state),
  'item.cancel': (state) => said(state, { code: 'cancelled' }),
  'event.leave': (state) => said(state, { code: 'cancelled' }),
  'plan.end': (state, { payload }) => {
    const ended = state.signedIn.person.facts.subscriptions.find(({ id }) => id === payload.subscription)
    const params = { plan: ended?.plan.name ?? '', on: ended?.endsOn ?? '' }
    return said(state, ended?.endsOn ? { code: 'plan-ends', params } : { code: 'plan-ends' })
  },
}

function said(state: FlowState, notice: NonNullable<FlowState['notice']>): Step {
  const { screen } = state
  const next = { ...state, notice }
  return screen.name === 'account' ? show(next, { ...screen, error: null }) : stay(next)
}
