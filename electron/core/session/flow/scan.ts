import { commands } from '../../../../shared/contract/commands.ts'
import type { Effect, Handlers } from '../events.ts'
import { newlySignedIn } from '../person.ts'
import { go, show, stay } from '../steps.ts'
import { arrive } from './arriving.ts'

/** The same pass is ignored for this long after it was read, milliseconds (R7.3): a scanner reads on and on. */
const ignoredFor = 5000

/** A pass before the camera or a scanner that types (R7.2, R7.3). */
export const scanHandlers: Handlers<'scan' | 'presentPass' | 'passPresented'> = {
  scan: (state) => go({ ...state, pending: null }, { name: 'scan', error: null }),
  presentPass: (state, { text }, { now }) => {
    const { screen, scanned, step } = state
    if (screen.name !== 'scan' || state.waiting) return stay(state)
    const read = text.trim()
    const again = scanned !== null && scanned.text === read && now - scanned.at < ignoredFor
    if (read === '' || again) return stay(state)
    const next = { ...state, scanned: { text: read, at: now } }
    if (!commands['pass.present'].payload.safeParse({ text: read }).success)
      return show(next, { name: 'scan', error: { code: 'pass-invalid' } })
    return stay(
      { ...next, screen: { name: 'scan', error: null }, waiting: 'pass' },
      { do: 'presentPass', step, text: read },
    )
  },
  passPresented: (state, { step, result }, context) => {
    if (step !== state.step || state.screen.name !== 'scan')
      // They have gone on; a session that nobody holds must not stay open at the hub.
      return result.ok ? stay(state, { do: 'endSession', session: result.value.session }) : stay(state)
    if (!result.ok) return show(state, { name: 'scan', error: result.error })
    const { session, person } = result.value
    const before = state.signedIn?.session
    const arrived = arrive(
      { ...state, purpose: 'check-in', pending: null, signedIn: newlySignedIn(session, person) },
      context,
    )
    const ends: Effect[] = before && before !== session ? [{ do: 'endSession', session: before }] : []
    return { ...arrived, effects: [...ends, ...arrived.effects] }
  },
}
