import type { Answers, FlowContext, Handlers, PersonCommand, PersonCommandType, Step } from '../events.ts'
import { withPerson } from '../person.ts'
import type { FlowState, SignedIn } from '../state.ts'
import { showError, stay } from '../steps.ts'
import { accountAnswers } from './account.ts'
import { billingAnswers } from './billing.ts'
import { reidentify } from './identify.ts'
import { photoAnswers } from './photo.ts'
import { termsAnswers } from './terms.ts'

/** Every command has its answer: one without is a type error here. */
const answers: Answers<PersonCommandType> = {
  ...termsAnswers,
  ...billingAnswers,
  ...accountAnswers,
  ...photoAnswers,
}

export const answerHandlers: Handlers<'commandAnswered'> = {
  commandAnswered: (state, { step, session, command, result }, context) => {
    const { signedIn } = state
    if (signedIn?.session !== session) return stay(state)
    const known = result.ok ? withPerson(signedIn, result.value.person) : signedIn
    const next = { ...state, signedIn: known }
    // They have gone on to another screen: what is known of them is all that is left to learn.
    if (step !== state.step) return stay(next)
    if (result.ok) return answer({ ...next, waiting: null }, command, context)
    return result.error.code === 'session-invalid' ? reidentify(next) : showError(next, result.error)
  },
}

function answer(
  state: FlowState & { signedIn: SignedIn },
  command: PersonCommand,
  context: FlowContext,
): Step {
  const run = answers[command.type] as (
    state: FlowState & { signedIn: SignedIn },
    command: PersonCommand,
    context: FlowContext,
  ) => Step
  return run(state, command, context)
}
