import type { Billing, Language } from '../../../shared/contract/basics.ts'
import type { FoyerError } from '../../../shared/contract/errors.ts'
import type {
  DoorProgress,
  ItemScreen,
  Purpose,
  Screen,
  ShellSlice,
} from '../../../shared/contract/kiosk-view.ts'
import type { BrowseKind } from '../../../shared/contract/lists.ts'
import type { Offers } from '../../../shared/contract/offers.ts'
import type { Order, Person } from '../../../shared/contract/person.ts'
import type { ItemRow } from '../../../shared/contract/rows.ts'
import type { DeskBookingOutcome } from '../../../shared/domain/booking.ts'
import type { Grant } from '../../../shared/domain/facts.ts'
import type { DoorId, Instant, LocalDate } from '../../../shared/domain/ids.ts'
import type { MailStatus, SentCode } from '../../../shared/domain/sign-in.ts'
import type { ItemRequest, Obligation, PendingRequest } from './request.ts'

/** The kiosk's session flow as data: what is on the screen and who stands before it. In memory only (I7). */
export interface FlowState {
  screen: FlowScreen
  /** null = the kiosk's own language. */
  language: Language | null
  /** Why the email is asked for: where the flow goes on afterwards (R2.1). */
  purpose: Purpose
  /** The day that desks are shown for; null = today, whatever day that is by then. */
  date: LocalDate | null
  /** The tab of the browse screen that one was in. */
  tab: BrowseKind
  /** What is to be done once the person is known, has accepted the terms and has given billing details. */
  pending: PendingRequest | null
  /** Sent to the hub, and no answer came: the same again is the same request (I2). */
  unanswered: ItemRequest | null
  signedIn: SignedIn | null
  /** The code that was sent last, to go back to its screen (R2.4). */
  sent: SentCode | null
  /** What became of mails, which may be known before the answer that names the mail. Newest last. */
  mails: ({ mail: string } & MailStatus)[]
  /** The pass that was read last: the same one is ignored for a while (R7.3). */
  scanned: { text: string; at: Instant } | null
  waiting: ShellSlice['waiting']
  notice: ShellSlice['notice']
  idle: { forgetAt: Instant } | null
  /** Counts the steps: the answer to a question of an earlier step changes nothing any more. */
  step: number
}

export interface SignedIn {
  session: string
  person: Person
  /** Decided here and not yet answered by the hub: they count as if the hub's facts had them already (R9.2). */
  provisionalBookings: DeskBookingOutcome[]
  /** What they see beyond the public catalogue (R1.2); null = not here yet. */
  offers: Offers | null
  /** Their photo as a data: URL, with the hash that the profile names it by; null = not here yet. */
  photo: { hash: string; image: string } | null
  /** They did something here that leaves no trace in their facts: a comment (R3.4). */
  acted: boolean
}

type Of<N extends Screen['name']> = Extract<Screen, { name: N }>
export type Doors = Record<DoorId, DoorProgress>

/** As `Screen`, without what follows from the facts: `view.ts` adds that. */
export type FlowScreen =
  | Of<'starting'>
  | Of<'pairing'>
  | Of<'home'>
  | Of<'browse'>
  | Of<'leave'>
  | Pick<Of<'desks'>, 'name' | 'selected' | 'error'>
  | Pick<Of<'email'>, 'name' | 'email' | 'error'>
  | Pick<Of<'code'>, 'name' | 'error' | 'lockedUntil' | 'attempt' | 'email'>
  | Pick<Of<'terms'>, 'name' | 'error' | 'fullName'>
  | (Omit<Of<'done'>, 'firstName' | 'doors' | 'today'> & {
      doors: Doors
      /** The id that the device gave the booking when it asked: finds the hub's later answer. */
      requestId: string
    })
  | { name: 'welcome'; grant: Grant; doors: Doors }
  | ItemPage
  | OrderedPage
  | Of<'photo'>
  | Of<'scan'>
  | { name: 'phone'; handoff: string; step: Of<'phone'>['step'] }
  /** `typed`: what the hub or we could not take. */
  | { name: 'billing'; typed: Billing | null; error: FoyerError | null }
  | { name: 'account'; error: FoyerError | null; paying: { order: string; url: string } | null }

/** What was picked and typed on an item's page; what it costs and when it is free follows from the facts. */
export interface ItemPage
  extends Pick<ItemScreen, 'name' | 'quantity' | 'text' | 'sent' | 'comments' | 'error'> {
  /** The row as it was when the page was opened: what is in the catalogue counts. */
  item: ItemRow
  /** The day that is shown, or on which a plan is to start; null = the first there is. */
  date: LocalDate | null
  picked: { from: Instant; until: Instant } | null
}

export interface OrderedPage {
  name: 'ordered'
  request: Obligation
  order: Order | null
  paying: boolean
  error: FoyerError | null
}

export const initialState: FlowState = {
  screen: { name: 'starting' },
  language: null,
  purpose: 'check-in',
  date: null,
  tab: 'room',
  pending: null,
  unanswered: null,
  scanned: null,
  signedIn: null,
  sent: null,
  mails: [],
  waiting: null,
  notice: null,
  idle: null,
  step: 0,
}
