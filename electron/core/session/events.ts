import type { Language } from '../../../shared/contract/basics.ts'
import type { OutcomeOf } from '../../../shared/contract/commands.ts'
import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { Person } from '../../../shared/contract/facts.ts'
import type { PortInput, PortVerb } from '../../../shared/contract/ipc.ts'
import type { Link } from '../../../shared/contract/view.ts'
import type { DoorId, GrantId, Instant } from '../../../shared/domain/ids.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { Catalogue } from '../sync/catalogue.ts'
import type { Choice, FlowState, MailStatus, SignedIn } from './state.ts'

/** What the page asks for. */
export type Intent = { [V in PortVerb<'kiosk'>]: IntentOf<V, PortInput<'kiosk', V>> }[PortVerb<'kiosk'>]
type IntentOf<V, I> = I extends Record<string, never> ? { type: V } : { type: V } & I

/** A booking as it stands: decided by the hub, or here while the hub is away (then `provisional`). */
export interface Booked {
  outcome: OutcomeOf<'desk.book'>
  provisional: boolean
  /** Decided here: what it cancels and spends, for the facts in memory. */
  made: SignedIn['made'][number] | null
}

export type Answer =
  | { type: 'codeSent'; step: number; email: string; result: Result<OutcomeOf<'code.request'>, FoyerError> }
  | { type: 'verified'; step: number; result: Result<OutcomeOf<'code.verify'>, FoyerError> }
  | { type: 'accepted'; step: number; result: Result<{ person: Person }, FoyerError> }
  | { type: 'saved'; step: number; result: Result<{ person: Person }, FoyerError> }
  | { type: 'left'; step: number; result: Result<unknown, FoyerError> }
  | { type: 'pairAnswered'; step: number; result: Result<unknown, FoyerError> }
  /** `booking`: the id that the device gave it, which is also how a later answer of the hub finds it. */
  | { type: 'booked'; booking: string; session: string; choice: Choice; result: Result<Booked, FoyerError> }
  | { type: 'doorAnswered'; door: DoorId; session: string; result: Result<'opened' | 'accepted', FoyerError> }
  | { type: 'doorShut'; door: DoorId; session: string }
  /** A bug or a full disk: said on the screen, details are in the log. `step` null: whatever the step. */
  | { type: 'effectFailed'; step: number | null; error: FoyerError }

export type Happening =
  /** Rows, link or clock have changed; what is on the screen may not hold any more. */
  | { type: 'worldChanged' }
  | ({ type: 'mailStatus'; mail: string } & MailStatus)
  | { type: 'personChanged'; session: string; person: Person }
  | { type: 'sessionEnded'; session: string }
  | { type: 'restarted' }
  | { type: 'idleAsk'; forgetAt: Instant }
  | { type: 'idleForget' }

export type FlowEvent = Intent | Answer | Happening

/** What is to be done about it; run by `kiosk.ts`. The answers come back as events with the same `step`. */
export type Effect =
  | { do: 'requestCode'; step: number; email: string; language: Language }
  | { do: 'verify'; step: number; email: string; code: string; language: Language }
  | { do: 'acceptTerms'; step: number; session: string; name: string; version: number; language: Language }
  | {
      do: 'saveProfile'
      step: number
      session: string
      profile: { name: string; phone: string; bio: string }
    }
  | { do: 'book'; session: string; choice: Choice }
  /** `grant` allows it; the reason goes into the audit log (R6.4). */
  | { do: 'openDoor'; session: string; door: DoorId; grant: GrantId }
  | { do: 'reportRefusal'; session: string; door: DoorId; why: string }
  | { do: 'shutLater'; session: string; door: DoorId }
  | { do: 'endSession'; session: string }
  | { do: 'leave'; step: number; pin: string }
  | { do: 'pair'; step: number; code: string }

/** What the flow may look at besides its own state: all of it is in memory. */
export interface World {
  now: Instant
  catalogue: Catalogue
  link: Link
  paired: boolean
  pairingAlone: boolean
  pairingError: FoyerError | null
  language: Language | null
}

export interface Step {
  state: FlowState
  effects: Effect[]
}

/** How a group of screens answers the events that concern it. */
export type Handlers<T extends FlowEvent['type']> = {
  [K in T]: (state: FlowState, event: Extract<FlowEvent, { type: K }>, world: World) => Step
}
