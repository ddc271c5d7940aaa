import type { Language } from '../../../shared/contract/basics.ts'
import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { Person } from '../../../shared/contract/facts.ts'
import type { DoorProgress, Purpose, Screen, ShellSlice } from '../../../shared/contract/view.ts'
import type { BookingFacts, Grant, Money } from '../../../shared/domain/facts.ts'
import type { DoorId, Instant, ItemId, LocalDate } from '../../../shared/domain/ids.ts'

/** The kiosk's session flow as data: what is on the screen and who stands before it. In memory only (I7). */
export interface FlowState {
  screen: FlowScreen
  /** null = the kiosk's own language. */
  language: Language | null
  /** Why the email is asked for: where the flow goes on afterwards (R2.1). */
  purpose: Purpose
  /** The day that desks are shown for; null = today, whatever day that is by then. */
  date: LocalDate | null
  /** What was chosen before the person was known, or before they accepted the terms. */
  pending: Choice | null
  signedIn: SignedIn | null
  /** The code that was sent last, to go back to its screen (R2.4). */
  sent: SentCode | null
  /** What became of mails, which may be known before the answer that names the mail. Newest last. */
  mails: { mail: string; status: MailStatus['status']; detail: string }[]
  waiting: ShellSlice['waiting']
  notice: ShellSlice['notice']
  idle: { forgetAt: Instant } | null
  /** Counts the steps: the answer to a question of an earlier step changes nothing any more. */
  step: number
}

export interface Choice {
  desk: ItemId
  date: LocalDate
  pay: 'pass' | 'single' | 'included'
  price: Money | null
  /** Nothing is spent or charged, whatever `pay` says: settled when it is asked for, to be told on the done screen. */
  free: boolean
}

export interface SignedIn {
  session: string
  person: Person
  /** Decided here and not yet answered by the hub: counts as if the hub's facts had it already. */
  made: { booking: BookingFacts; cancels: string | null; spends: string | null }[]
}

export interface SentCode extends MailStatus {
  email: string
  mail: string
  resendAt: Instant
  expiresAt: Instant
  sentAt: Instant
}

export interface MailStatus {
  status: 'queued' | 'accepted' | 'refused' | 'failed'
  detail: string
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
      request: string
    })
  | { name: 'welcome'; grant: Grant; doors: Doors }
  | { name: 'account'; error: FoyerError | null }

export const initialState: FlowState = {
  screen: { name: 'starting' },
  language: null,
  purpose: 'check-in',
  date: null,
  pending: null,
  signedIn: null,
  sent: null,
  mails: [],
  waiting: null,
  notice: null,
  idle: null,
  step: 0,
}
