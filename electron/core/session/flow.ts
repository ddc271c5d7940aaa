import { kioskVerbs } from '../../../shared/contract/ipc.ts'
import type { FlowContext, FlowEvent, Handlers, Step } from './events.ts'
import { accountHandlers } from './flow/account.ts'
import { actHandlers } from './flow/act.ts'
import { answerHandlers } from './flow/answers.ts'
import { billingHandlers } from './flow/billing.ts'
import { codeHandlers } from './flow/code.ts'
import { contextHandlers } from './flow/context.ts'
import { desksHandlers } from './flow/desks.ts'
import { doorsHandlers } from './flow/doors.ts'
import { emailHandlers } from './flow/email.ts'
import { homeHandlers } from './flow/home.ts'
import { itemHandlers } from './flow/item.ts'
import { payingHandlers } from './flow/paying.ts'
import { phoneHandlers } from './flow/phone.ts'
import { photoHandlers } from './flow/photo.ts'
import { scanHandlers } from './flow/scan.ts'
import { sessionHandlers } from './flow/session.ts'
import { termsHandlers } from './flow/terms.ts'
import type { FlowState } from './state.ts'
import { seenBy } from './steps.ts'

/** Every event has its handler: adding one without is a type error here. */
const handlers: Handlers<FlowEvent['type']> = {
  ...homeHandlers,
  ...emailHandlers,
  ...codeHandlers,
  ...termsHandlers,
  ...desksHandlers,
  ...doorsHandlers,
  ...itemHandlers,
  ...actHandlers,
  ...billingHandlers,
  ...payingHandlers,
  ...photoHandlers,
  ...phoneHandlers,
  ...scanHandlers,
  ...accountHandlers,
  ...answerHandlers,
  ...sessionHandlers,
  ...contextHandlers,
}

/** Touches that are no step: what was said at the top of the screen stays. */
const keepsNotice: readonly FlowEvent['type'][] = ['touch', 'setLanguage', 'openDoor']

export function isIntent(event: FlowEvent): boolean {
  return Object.hasOwn(kioskVerbs, event.type)
}

/**
 * The kiosk's flow: state × event → state and what is to be done. Pure: the clock, the rows and the link come in as
 * `context`, and what is to be done goes out as values.
 */
export function reduce(state: FlowState, event: FlowEvent, context: FlowContext): Step {
  const handle = handlers[event.type] as (state: FlowState, event: FlowEvent, context: FlowContext) => Step
  const seen = seenBy(state, context)
  if (!isIntent(event)) return handle(state, event, seen)
  const notice = keepsNotice.includes(event.type) ? state.notice : null
  return handle({ ...state, idle: null, notice }, event, seen)
}
