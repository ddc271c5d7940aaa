import type { BookingFacts, Money } from '../domain/facts.ts'
import type { Instant, ItemId, LocalDate } from '../domain/ids.ts'
import type { Billing, Language } from './basics.ts'
import type { HandoffStep } from './commands/phones.ts'
import type { FoyerError } from './errors.ts'
import type { Link } from './link.ts'
import type { BrowseKind } from './lists.ts'
import type { Order, Profile, SupportRequest } from './person.ts'
import type { DeskRow, ItemRow, LocationRow, TermsRow } from './rows.ts'

/**
 * What the kiosk's page shows. The core makes these and pushes them whole, slice by slice; a page never changes them.
 * They cross a MessagePort within the app, so they are types only: the sender is our own core.
 */

/** What stands on every kiosk screen. */
export interface ShellSlice {
  link: Link
  language: Language
  location: LocationRow | null
  /** Present while somebody is signed in; `initials` '' when there is no name yet (R10.3). */
  person: {
    initials: string
    firstName: string
    /** A data: URL; null = none, or not here yet. */
    photo: string | null
  } | null
  /** "Complete your profile" stands at the top of the main page (R3.4). */
  banner: boolean
  /** What the home screen's QR leads to (R7.4); null while the hub is away. */
  handoff: string | null
  /** Nobody touched the screen: it asks, and forgets everything at `forgetAt` (R10.3). */
  idle: { forgetAt: Instant } | null
  /** Something is under way and takes longer than 100 ms: which word to show (`waiting.<what>`). */
  waiting: 'hub' | 'code' | 'mail' | 'booking' | 'door' | 'terms' | 'pairing' | 'photo' | 'pass' | null
  /** Said once at the top of the screen until the next step. */
  notice:
    | FoyerError
    | {
        code:
          | 'restarted'
          | 'signed-out'
          | 'offline-codes'
          | 'profile-saved'
          | 'billing-saved'
          | 'cancelled'
          | 'plan-ends'
        params?: Record<string, string | number>
      }
    | null
  /** With a window frame and without kiosk mode (development). */
  windowed: boolean
}

export type DeskState = 'free' | 'taken' | 'yours' | 'assigned'

/** What can be had: from the replica, so it is there at once and with no hub (R1.3, R9.2). */
export interface CatalogueSlice {
  /** The day the desks are shown for; today unless another one was picked. */
  date: LocalDate
  today: LocalDate
  desks: readonly (DeskRow & { state: DeskState })[]
  /** Free desks today, whatever day is shown: for the home screen. */
  freeToday: number
  items: readonly ItemRow[]
  /**
   * When something that is reserved by the hour or day is free next, for "free now" and "free from 14:00": a moment that is
   * not after now = now, null = not today any more, an item that is missing = not known.
   */
  nextFree?: Readonly<Record<ItemId, Instant | null>>
  terms: TermsRow | null
}

export type DoorProgress = 'idle' | 'opening' | 'opened' | 'unknown' | { error: FoyerError }

/** Buttons under the floor plan (R1.4, R5.2): what each costs. Absent = not offered. */
export interface PayOptions {
  /** Passes left; null = not signed in, so not known yet. */
  pass: { left: number | null } | null
  single: Money | null
  /** The plan includes the day, or the day is paid for already. */
  included: boolean
}

export type Screen =
  | { name: 'starting' }
  | { name: 'pairing'; error: FoyerError | null }
  | { name: 'home' }
  | { name: 'browse'; kind: BrowseKind }
  | ItemScreen
  | { name: 'billing'; billing: Billing | null; price: Money | null; error: FoyerError | null }
  | {
      /** Reserved, joined, ordered or signed up (R3.5). */
      name: 'ordered'
      what: 'reservation' | 'event' | 'shop' | 'plan'
      item: ItemRow
      quantity: number
      /** For a reservation or an event. */
      when: { from: Instant; until: Instant } | null
      /** For a plan. */
      startsOn: LocalDate | null
      /** null = it cost nothing. */
      order: Order | null
      /** Whether the payment page is being asked for. */
      paying: boolean
      error: FoyerError | null
    }
  | { name: 'photo'; error: FoyerError | null }
  | { name: 'scan'; error: FoyerError | null }
  /** Somebody goes on with their phone; this kiosk follows (R7.4). */
  | { name: 'phone'; step: HandoffStep }
  | {
      name: 'desks'
      /** Which desk is picked; null = none yet. */
      selected: ItemId | null
      pay: PayOptions
      /** The desk that was picked has just gone to somebody else (R1.3), or a refusal to read. */
      error: FoyerError | null
      /** A plan that starts later, said to its member (R4.3). */
      startsLater: { plan: string; on: LocalDate } | null
      /** Days that can be picked in the strip, today first. Checking in is for today only. */
      days: LocalDate[]
      /** Set when the person holds a desk today and picks another one. */
      moving: boolean
    }
  | { name: 'email'; email: string; error: FoyerError | null; purpose: Purpose }
  | {
      name: 'code'
      email: string
      /** When a new code may be asked for (R2.4). */
      resendAt: Instant
      expiresAt: Instant
      sentAt: Instant
      /** What became of the mail (R2.5). */
      mail: { status: 'queued' | 'accepted' | 'refused' | 'failed'; detail: string }
      error: FoyerError | null
      /** Locked out until (R2.3). */
      lockedUntil: Instant | null
      /** Counts up on every wrong code, so that the field can be cleared. */
      attempt: number
    }
  | { name: 'terms'; fullName: string; version: number; error: FoyerError | null }
  | {
      name: 'done'
      /** Today: "You're checked in"; another day: "Your desk is booked". */
      today: boolean
      welcomeBack: boolean
      booking: BookingFacts
      deskLabel: string
      insteadOf: string | null
      /** JWS for the QR; '' while the hub is away (R7.1). */
      pass: string
      /** Decided without the hub (R9.2); the hub's answer may still correct the desk. */
      provisional: boolean
      firstName: string
      paid: { kind: 'pass' | 'none' } | { kind: 'due'; price: Money }
      doors: { id: string; name: string; progress: DoorProgress }[]
    }
  | {
      /** A member who need not check in (R5.3). */
      name: 'welcome'
      firstName: string
      why: { kind: 'subscription' | 'assignment' | 'staff'; label: string }
      /** When access ends; null = no end in sight. */
      until: Instant | null
      doors: { id: string; name: string; progress: DoorProgress }[]
    }
  | {
      name: 'account'
      profile: Profile
      error: FoyerError | null
      passesLeft: number
      plans: {
        id: string
        name: string
        startsOn: LocalDate
        endsOn: LocalDate | null
        renewsOn: LocalDate | null
      }[]
      bookings: { id: string; deskLabel: string; date: LocalDate }[]
      reservations: { id: string; name: string; from: Instant; until: Instant; mayCancel: boolean }[]
      eventPlaces: { id: string; name: string; from: Instant; until: Instant; mayCancel: boolean }[]
      orders: Order[]
      requests: SupportRequest[]
      billing: Billing | null
      /** The payment page of an order, to be shown as a QR. */
      paying: string | null
    }
  | { name: 'leave'; error: FoyerError | null }

/** An item's own page (R1.1): what it is, when it is free, what it costs, and the one thing that can be done. */
export interface ItemScreen {
  name: 'item'
  item: ItemRow
  /** What its button does; null = there is only something to read. */
  offered: 'reserve' | 'join' | 'order' | 'subscribe' | 'ask' | 'comment' | null
  /** For what is reserved: the days to pick from, the one that is shown, and its times. */
  times: {
    days: LocalDate[]
    date: LocalDate
    slots: { from: Instant; until: Instant; state: 'free' | 'taken' | 'yours' | 'over' }[]
    picked: { from: Instant; until: Instant } | null
  } | null
  /** For a plan: the days on which it may start, and the one that is picked. */
  starts: { days: LocalDate[]; date: LocalDate } | null
  quantity: number
  /** What the button costs (R1.4); null = nothing. For a reservation without a time: what an hour or a day costs. */
  price: Money | null
  /** A plan pays for it. */
  included: boolean
  /** They have a place at the event, or the plan, already. */
  have: boolean
  /** What was typed, kept while the person says who they are. */
  text: string
  /** The question or comment has reached the hub. */
  sent: boolean
  /** null = not here yet. */
  comments: { id: string; by: string; at: Instant; text: string }[] | null
  error: FoyerError | null
}

/** Why an email is asked for: where the flow goes on afterwards (R2.1). */
export type Purpose = 'check-in' | 'book' | 'account' | 'sign-up' | 'item'

export interface KioskView {
  shell: ShellSlice
  catalogue: CatalogueSlice
  screen: Screen
}
