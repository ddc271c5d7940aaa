import { commands } from '../../../../shared/contract/commands.ts'
import type { Handlers } from '../events.ts'
import { isSession, withPerson } from '../person.ts'
import { forget, show, stay } from '../steps.ts'
import { askAgainWho } from './arriving.ts'

/** The account page, and what happens to a session from outside (R3.4, R10.3). */
export const accountHandlers: Handlers<
  'saveProfile' | 'saved' | 'logOut' | 'personChanged' | 'sessionEnded'
> = {
  saveProfile: (state, { name, phone, bio }) => {
    const { screen, signedIn } = state
    if (screen.name !== 'account' || !signedIn || state.waiting) return stay(state)
    const checked = commands['profile.update'].payload.safeParse({ name, phone, bio })
    if (!checked.success) {
      const field = String(checked.error.issues[0]?.path[0] ?? 'input')
      const error = field === 'name' && name.trim() === '' ? 'name-needed' : 'invalid-input'
      return show(state, { name: 'account', error: { code: error, params: { field } } })
    }
    return stay(
      { ...state, waiting: 'hub' },
      { do: 'saveProfile', step: state.step, session: signedIn.session, profile: checked.data },
    )
  },
  saved: (state, { step, result }) => {
    const { signedIn } = state
    if (step !== state.step || !signedIn) return stay(state)
    if (!result.ok) {
      if (result.error.code === 'session-invalid') return askAgainWho(state)
      return show(state, { name: 'account', error: result.error })
    }
    const next = {
      ...state,
      signedIn: withPerson(signedIn, result.value.person),
      notice: { code: 'profile-saved' as const },
    }
    return show(next, { name: 'account', error: null })
  },
  logOut: (state) => forget(state, state.signedIn ? { code: 'signed-out' } : null, true),
  personChanged: (state, { session, person }) => {
    const { signedIn } = state
    const ours = signedIn && isSession(signedIn.session, session)
    return stay(ours ? { ...state, signedIn: withPerson(signedIn, person) } : state)
  },
  sessionEnded: (state, { session }) => {
    const ours = state.signedIn && isSession(state.signedIn.session, session)
    return ours ? forget(state, { code: 'session-invalid' }, false) : stay(state)
  },
}
