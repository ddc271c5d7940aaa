import { personNameSchema } from '../../../../shared/contract/basics.ts'
import { type Answers, type Handlers } from '../events.ts'
import { goHome, languageOf, sendCommand, show, stay } from '../steps.ts'
import { goOn } from './requests.ts'

/** Name and terms before the first obligation (R3.1, R3.2). */
export const termsHandlers: Handlers<'acceptTerms'> = {
  acceptTerms: (state, { name, version }, context) => {
    const { screen, signedIn } = state
    if (screen.name !== 'terms' || !signedIn || state.waiting) return stay(state)
    const checked = personNameSchema.safeParse(name)
    if (!checked.success) return show(state, { ...screen, fullName: name, error: { code: 'name-needed' } })
    const payload = { name: checked.data, version, language: languageOf(state, context) }
    const next = { ...state, screen: { ...screen, fullName: checked.data, error: null } }
    return sendCommand(next, signedIn, { type: 'terms.accept', payload }, 'terms')
  },
}

export const termsAnswers: Answers<'terms.accept'> = {
  'terms.accept': (state, _command, context) =>
    state.pending ? goOn(state, state.pending, context) : goHome(state),
}
