import type { Language } from '../../../shared/contract/basics.ts'
import type { HandoffStep } from '../../../shared/contract/commands/phones.ts'
import type { OutcomeOf, PayloadOf } from '../../../shared/contract/commands.ts'
import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { PortInput, PortVerb } from '../../../shared/contract/ipc.ts'
import type { Link } from '../../../shared/contract/link.ts'
import type { Offers } from '../../../shared/contract/offers.ts'
import type { Order, Person } from '../../../shared/contract/person.ts'
import type { DeskBookingOutcome } from '../../../shared/domain/booking.ts'
import type { DoorId, GrantId, Instant, ItemId, OrderId } from '../../../shared/domain/ids.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { MailStatus } from '../../../shared/domain/sign-in.ts'
import type { Catalogue } from '../sync/catalogue.ts'
import type { DeskRequest, ItemRequest } from './request.ts'
import type { FlowState, SignedIn } from './state.ts'

/** What the page asks for. */
export type Intent = { [V in PortVerb<'kiosk'>]: IntentOf<V, PortInput<'kiosk', V>> }[PortVerb<'kiosk'>]
type IntentOf<V, I> = I extends Record<string, never> ? { type: V } : { type: V } & I

/** A booking as it stands. `provisional`: decided here while the hub is away, as this; null = decided by the hub. */
export interface Booked {
  outcome: OutcomeOf<'desk.book'>
  provisional: DeskBookingOutcome | null
}

/** Commands in somebody's name that only change what is known of them. */
export type PersonCommandType =
  | 'terms.accept'
  | 'profile.update'
  | 'profile.dismissBanner'
  | 'billing.save'
  | 'photo.put'
  | 'photo.remove'
  | 'item.cancel'
  | 'event.leave'
  | 'plan.end'
export type PersonCommand = {
  [T in PersonCommandType]: { type: T; payload: PayloadOf<T> }
}[PersonCommandType]

/** What became of a request: `order` null = it cost nothing; `person` null = nothing about them has changed. */
export interface RequestOutcome {
  order: Order | null
  person: Person | null
}

export type Answer =
  | { type: 'codeSent'; step: number; email: string; result: Result<OutcomeOf<'code.request'>, FoyerError> }
  | { type: 'verified'; step: number; result: Result<OutcomeOf<'code.verify'>, FoyerError> }
  | {
      type: 'commandAnswered'
      step: number
      session: string
      command: PersonCommand
      result: Result<{ person: Person }, FoyerError>
    }
  | {
      type: 'requestAnswered'
      session: string
      request: ItemRequest
      result: Result<RequestOutcome, FoyerError>
    }
  | {
      type: 'payStarted'
      step: number
      session: string
      order: OrderId
      result: Result<OutcomeOf<'payment.start'>, FoyerError>
    }
  | {
      type: 'commentsListed'
      step: number
      item: ItemId
      result: Result<OutcomeOf<'comments.list'>, FoyerError>
    }
  | { type: 'passPresented'; step: number; result: Result<OutcomeOf<'pass.present'>, FoyerError> }
  | { type: 'left'; step: number; result: Result<unknown, FoyerError> }
  | { type: 'pairAnswered'; step: number; result: Result<unknown, FoyerError> }
  /** `booking`: the id that the device gave it, which is also how a later answer of the hub finds it. */
  | {
      type: 'booked'
      booking: string
      session: string
      request: DeskRequest
      result: Result<Booked, FoyerError>
    }
  | { type: 'doorAnswered'; door: DoorId; session: string; result: Result<'opened' | 'accepted', FoyerError> }
  | { type: 'doorShut'; door: DoorId; session: string }
  /** A bug or a full disk: said on the screen, details are in the log. `step` null: whatever the step. */
  | { type: 'effectFailed'; step: number | null; error: FoyerError }

export type ExternalEvent =
  /** Rows, link or clock have changed; what is on the screen may not hold any more. */
  | { type: 'contextChanged' }
  | ({ type: 'mailStatus'; mail: string } & MailStatus)
  | { type: 'personChanged'; session: string; person: Person }
  /** What somebody sees beyond the public catalogue (R1.2). */
  | { type: 'offersChanged'; session: string; offers: Offers }
  | { type: 'photoCame'; session: string; hash: string; image: string }
  | { type: 'sessionEnded'; session: string }
  /** Somebody goes on with their phone, and is known there at last (R7.4). */
  | { type: 'handoff'; handoff: string; step: HandoffStep }
  | { type: 'greeted'; handoff: string; session: string; person: Person }
  | { type: 'restarted' }
  | { type: 'idleAsk'; forgetAt: Instant }
  | { type: 'idleForget' }

export type FlowEvent = Intent | Answer | ExternalEvent

/** What is to be done about it; run by `kiosk.ts`. The answers come back as events with the same `step`. */
export type Effect =
  | { do: 'requestCode'; step: number; email: string; language: Language }
  | { do: 'verify'; step: number; email: string; code: string; language: Language }
  | { do: 'sendCommand'; step: number; session: string; command: PersonCommand }
  | { do: 'submit'; session: string; request: ItemRequest }
  | { do: 'pay'; step: number; session: string; order: OrderId }
  | { do: 'listComments'; step: number; session: string | null; item: ItemId }
  | { do: 'presentPass'; step: number; text: string }
  | { do: 'book'; session: string; request: DeskRequest }
  /** `grant` allows it; the reason goes into the audit log (R6.4). */
  | { do: 'openDoor'; session: string; door: DoorId; grant: GrantId }
  | { do: 'reportRefusal'; session: string; door: DoorId; why: string }
  | { do: 'shutLater'; session: string; door: DoorId }
  | { do: 'endSession'; session: string }
  | { do: 'leave'; step: number; pin: string }
  | { do: 'pair'; step: number; code: string }

/** What the flow may look at besides its own state: all of it is in memory. */
export interface FlowContext {
  now: Instant
  catalogue: Catalogue
  link: Link
  paired: boolean
  pairingAlone: boolean
  pairingError: FoyerError | null
  language: Language | null
  /** The link on the home screen that leads to somebody's phone (R7.4); null = none now. */
  handoff: { id: string; url: string } | null
  /** Whether a picture of the catalogue is on this device. */
  hasPicture(hash: string): boolean
  /** A new UUIDv7. */
  newId(): string
}

export interface Step {
  state: FlowState
  effects: Effect[]
}

/** How a group of screens answers the events that concern it. */
export type Handlers<T extends FlowEvent['type']> = {
  [K in T]: (state: FlowState, event: Extract<FlowEvent, { type: K }>, context: FlowContext) => Step
}

/** Where the screens go on once the hub has done it; the person is up to date by then. */
export type Answers<T extends PersonCommandType> = {
  [K in T]: (
    state: FlowState & { signedIn: SignedIn },
    command: Extract<PersonCommand, { type: K }>,
    context: FlowContext,
  ) => Step
}
