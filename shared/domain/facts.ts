import type {
  AccountId,
  BookingId,
  DoorId,
  GrantId,
  Instant,
  ItemId,
  LocalDate,
  LocalTime,
  LocationId,
  OrderId,
  PassId,
  PlanId,
  Zone,
} from './ids.ts'

/**
 * Facts: what a decision is made from. The hub loads them from its store, a core from its replica and from the
 * person's own facts in memory. Same facts, same verdict (I4).
 */

/** Money in minor units (cents) with an ISO 4217 code. */
export interface Money {
  amount: number
  currency: string
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

/** Hours by weekday; a day that is missing or null is closed. `from` < `until`; '24:00' ends a day. */
export type WeeklyHours = Partial<Record<Weekday, { from: LocalTime; until: LocalTime } | null>>

export interface PlaceFacts {
  id: LocationId
  zone: Zone
  /** When a day booking may be used and the doors open for it (R6.2). */
  openingHours: WeeklyHours
  /** When everybody is checked out (R5.5); '24:00' by default. */
  dayEnd: LocalTime
  /** Price of a single day without a pass (R5.2). */
  singleDay: Money
  /** Doors that access to this place opens. */
  doors: DoorId[]
  /** The version of the terms that must have been accepted, or a later one (R3.2). */
  termsVersion: number
  /** Whether billing details are asked for before something that has a price (R3.3). */
  asksBilling: boolean
}

export interface PlanFacts {
  id: PlanId
  name: string
  /** `continuous`: access while it runs. `passes`: brings day passes. */
  kind: 'continuous' | 'passes'
  /** Hours in which a continuous plan opens doors; null = at any time (R6.2). */
  hours: WeeklyHours | null
  /** Minutes of reservations that each period includes. */
  minutes: number
  /** Items that may be reserved at no cost. */
  resources: ItemId[]
}

export interface SubscriptionFacts {
  id: string
  plan: PlanFacts
  /** First and last day, inclusive; `endsOn` null = until ended. */
  startsOn: LocalDate
  endsOn: LocalDate | null
  /** First day of the period that comes next; null = it is not renewed. */
  renewsOn: LocalDate | null
}

/** Where somebody belongs: by invitation, or by a plan or assignment that runs or is to come (R1.2). */
export interface MembershipFacts {
  location: LocationId
  role: 'member' | 'administrator'
}

/** A room, a piece of equipment or a parking space that somebody has for a while. */
export interface ReservationFacts {
  id: string
  item: ItemId
  itemName: string
  from: Instant
  until: Instant
  /** Minutes of it that a plan paid for. */
  covered: number
}

/** A place at an event. */
export interface EventPlaceFacts {
  id: string
  event: ItemId
  eventName: string
  from: Instant
  until: Instant
}

/** A desk or office that is somebody's own: continuous access (R5.3). */
export interface AssignmentFacts {
  id: string
  item: ItemId
  itemName: string
  startsOn: LocalDate
  endsOn: LocalDate | null
}

/** One day pass. `usedOn` is set when it was spent on a day (R5.1). */
export interface DayPassFacts {
  id: PassId
  validFrom: LocalDate
  expiresOn: LocalDate
  usedOn: LocalDate | null
}

/** A desk booking. It is live from `from` until `until` unless `cancelled`; check-out moves `until` (R5.5). */
export interface BookingFacts {
  id: BookingId
  item: ItemId
  date: LocalDate
  from: Instant
  until: Instant
  cancelled: boolean
}

/** A day that is paid for, by a pass or by an order: coming and going on it costs nothing more (R5.1). */
export interface DayUseFacts {
  date: LocalDate
  pass: PassId | null
  order: OrderId | null
}

/** Somebody on staff took a grant away (R8.2): a fact, not an edit of the derived grant (R6.1). */
export interface RevocationFacts {
  grant: GrantId
  at: Instant
}

/** A grant that a named member of staff gave (R6.1). */
export interface ManualGrantFacts {
  id: string
  doors: DoorId[]
  from: Instant
  until: Instant
  staff: string
}

export interface PersonFacts {
  account: AccountId
  hasName: boolean
  /** Billing details were given (R3.3). */
  hasBilling: boolean
  memberships: MembershipFacts[]
  /** Versions of the terms that this person accepted. */
  acceptedTerms: number[]
  subscriptions: SubscriptionFacts[]
  assignments: AssignmentFacts[]
  passes: DayPassFacts[]
  /** Own desk bookings, today's and later ones. */
  bookings: BookingFacts[]
  dayUses: DayUseFacts[]
  /** Own reservations and places that are not over, and those of the running periods of plans. Cancelled ones are gone. */
  reservations: ReservationFacts[]
  eventPlaces: EventPlaceFacts[]
  manualGrants: ManualGrantFacts[]
  revocations: RevocationFacts[]
}

/** Who holds which desk when, without saying who (scope `catalogue`). */
export interface OccupancyFacts {
  booking: BookingId
  item: ItemId
  from: Instant
  until: Instant
}

export interface DeskFacts {
  id: ItemId
  label: string
  /** False for a desk that is somebody's own. */
  bookable: boolean
  /** Position on the floor plan in plan units; used to find the nearest free one (R9.4). */
  x: number
  y: number
}

export type GrantCause =
  | { kind: 'subscription'; id: string; label: string }
  | { kind: 'assignment'; id: string; label: string }
  | { kind: 'day-booking'; id: BookingId; label: string }
  | { kind: 'room-booking'; id: string; label: string }
  | { kind: 'event'; id: string; label: string }
  | { kind: 'staff'; id: string; label: string }

/** A grant: this person, these doors, from, until, because of (R6.1). */
export interface Grant {
  id: GrantId
  account: AccountId
  doors: DoorId[]
  from: Instant
  /** null = no end in sight. */
  until: Instant | null
  /** Weekly hours within [from, until); null = at any time. */
  hours: WeeklyHours | null
  cause: GrantCause
  /** When staff took it away, else null. */
  revokedAt: Instant | null
}
