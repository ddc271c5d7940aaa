import type { FlowContext, PersonCommand, PersonCommandType, Step } from '../events.ts'
import type { FlowState, SignedIn } from '../state.ts'
import { stay } from '../steps.ts'

/** Commands in somebody's name that change what is known of them: asked here, answered in `answers.ts`. */
export function ask(
  state: FlowState,
  { session }: SignedIn,
  command: PersonCommand,
  waiting: FlowState['waiting'] = 'hub',
): Step {
  return stay({ ...state, waiting }, { do: 'ask', step: state.step, session, command })
}

/** Where the screens go on once the hub has done it; the person is up to date by then. */
export type Answers<T extends PersonCommandType> = {
  [K in T]: (
    state: FlowState & { signedIn: SignedIn },
    command: Extract<PersonCommand, { type: K }>,
    context: FlowContext,
  ) => Step
}
