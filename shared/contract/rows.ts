import { z } from 'zod'
import {
  idSchema,
  instantSchema,
  languageSchema,
  localDateSchema,
  localTimeSchema,
  moneySchema,
  weeklyHoursSchema,
} from './basics.ts'
import { deskSchema, itemSchema, occupancySchema } from './offers.ts'

/**
 * Rows of the replicated scopes (docs/architecture.md, "Scopes"). A row is addressed by scope, kind and id; the hub gives
 * it a `rev` that counts up by one per change within its scope. A tombstone is a row whose `row` is null.
 */

const localized = z.partialRecord(languageSchema, z.string())

export const catalogueRows = {
  location: z.object({
    id: idSchema,
    name: z.string(),
    zone: z.string(),
    openingHours: weeklyHoursSchema,
    dayEnd: localTimeSchema,
    singleDay: moneySchema,
    languages: z.array(languageSchema).min(1),
    privacyPolicy: localized,
    /** Whom to call when the kiosk is out of order (R9.6). */
    helpPhone: z.string(),
    doors: z.array(z.object({ id: idSchema, name: z.string() })),
    termsVersion: z.number().int(),
    /** Billing details are asked for before something that has a price (R3.3). */
    asksBilling: z.boolean(),
    /** What is in every price as tax; `percent` 0 = nothing. */
    tax: z.object({ name: z.string(), percent: z.number().min(0).max(100) }),
    /** What is due can be paid on the phone right away, not only at reception (R3.5). */
    paysOnline: z.boolean(),
    /** ISO 3166-1: whose phone numbers need no prefix, and what stands first in an address. */
    country: z.string(),
    /** Idle times in seconds (R10.3). */
    idleAskAfter: z.number().int().positive(),
    idleForgetAfter: z.number().int().positive(),
  }),
  terms: z.object({
    version: z.number().int(),
    /** By language: the text and the SHA-256 of it, hex, that an acceptance records (R3.2). */
    texts: z.partialRecord(languageSchema, z.object({ text: z.string(), hash: z.string() })),
  }),
  /** Only public desks and items are in this scope (R1.2); what a person sees beyond is in `offers.list`. */
  desk: deskSchema,
  item: itemSchema,
  occupancy: occupancySchema,
}

const grantWindow = {
  doors: z.array(idSchema),
  from: instantSchema,
  until: instantSchema.nullable(),
  hours: weeklyHoursSchema.nullable(),
}

/** For a device that hosts doors: what the doors must hold. No names; `account` is an opaque id. */
export const doorsRows = {
  door: z.object({
    id: idSchema,
    name: z.string(),
    driver: z.literal('simulated'),
    host: z.string(),
    port: z.number().int().min(1).max(65535),
    /** How long an unlock lasts, seconds (R6.4). */
    pulse: z.number().int().min(1).max(255),
  }),
  grant: z.object({
    account: idSchema,
    ...grantWindow,
    credential: z.number().int(),
    revokedAt: instantSchema.nullable(),
  }),
}

export const mailKindSchema = z.enum(['code', 'invitation', 'reminder', 'answer'])
export type MailKind = z.infer<typeof mailKindSchema>

const who = { account: idSchema, name: z.string(), email: z.string() }

export const grantCauseKindSchema = z.enum([
  'subscription',
  'assignment',
  'day-booking',
  'room-booking',
  'event',
  'staff',
])

/** For reception: everything of the location. Held in memory on the device. */
export const receptionRows = {
  presence: z.object({
    ...who,
    item: idSchema,
    desk: z.string(),
    date: localDateSchema,
    from: instantSchema,
    until: instantSchema,
  }),
  grant: z.object({
    ...who,
    ...grantWindow,
    cause: z.object({ kind: grantCauseKindSchema, label: z.string() }),
    revoked: z.object({ at: instantSchema, by: z.string(), reason: z.string() }).nullable(),
    /** Per door: has it reached the controller (R6.3). Absent = not reported yet. */
    held: z.record(
      idSchema,
      z.object({ state: z.enum(['held', 'pending', 'gone', 'failed']), at: instantSchema }),
    ),
  }),
  door: z.object({
    id: idSchema,
    name: z.string(),
    host: idSchema.nullable(),
    online: z.boolean(),
    detail: z.string(),
    /** When the controller last answered; null = never. */
    confirmedAt: instantSchema.nullable(),
    clockSkewMs: z.number().nullable(),
    credentials: z.number().int().nullable(),
    pulse: z.number().int(),
  }),
  activity: z.object({
    at: instantSchema,
    /** One word per happening, worded in the locale files under `activity.<what>`. */
    what: z.enum([
      'checked-in',
      'welcome-back',
      'moved-desk',
      'booked',
      'checked-out',
      'undone',
      'signed-in',
      'signed-up',
      'locked-out',
      'lockout-lifted',
      'mail-refused',
      'door-opened',
      'door-refused',
      'door-denied',
      'door-forced',
      'door-held',
      'door-tamper',
      'door-open-failed',
      'door-open-unknown',
      'door-event-gap',
      'grant-revoked',
      'staff-signed-in',
      'staff-pin-wrong',
      'kiosk-paired',
      'kiosk-revoked',
      'kiosk-left',
      'conflict',
      'order-paid',
      'command-refused',
      'reserved',
      'reservation-cancelled',
      'event-joined',
      'event-left',
      'ordered',
      'plan-started',
      'plan-renewed',
      'plan-ended',
      'asked',
      'answered',
      'commented',
      'invited',
      'activated',
      'code-issued',
      'vouched',
      'pass-shown',
    ]),
    /** Who did it or whom it concerns; '' = nobody known. */
    who: z.string(),
    /** Door, desk, kiosk or mail address that it was about; '' = none. */
    subject: z.string(),
    detail: z.string(),
  }),
  mail: z.object({
    at: instantSchema,
    to: z.string(),
    kind: mailKindSchema,
    status: z.enum(['queued', 'accepted', 'refused', 'failed']),
    detail: z.string(),
  }),
  lockout: z.object({ email: z.string(), until: instantSchema }),
  device: z.object({
    name: z.string(),
    roles: z.array(z.enum(['kiosk', 'reception'])),
    online: z.boolean(),
    version: z.string(),
    /** Commands that wait on the device. */
    queue: z.number().int(),
    clockSkewMs: z.number().nullable(),
    seenAt: instantSchema.nullable(),
    revoked: z.boolean(),
  }),
  order: z.object({
    ...who,
    what: z.string(),
    price: moneySchema,
    state: z.enum(['free', 'due', 'paid', 'cancelled']),
    at: instantSchema,
  }),
  /** Rooms, equipment and parking that are reserved and not over. */
  reservation: z.object({
    ...who,
    item: idSchema,
    itemName: z.string(),
    from: instantSchema,
    until: instantSchema,
  }),
  /** Plans that run or are to come. */
  subscription: z.object({
    ...who,
    plan: idSchema,
    planName: z.string(),
    startsOn: localDateSchema,
    endsOn: localDateSchema.nullable(),
    renewsOn: localDateSchema.nullable(),
  }),
  /** `sent`: not used yet. `activated`: used, or the person came in by a code. The mail is in `mail`. */
  invitation: z.object({
    ...who,
    plan: z.string(),
    state: z.enum(['sent', 'activated']),
    sentAt: instantSchema,
    remindedAt: instantSchema.nullable(),
    activatedAt: instantSchema.nullable(),
    mail: idSchema,
  }),
  /** Questions that wait for an answer, and the newest that were answered. */
  request: z.object({
    ...who,
    about: z.string(),
    text: z.string(),
    at: instantSchema,
    answer: z.object({ text: z.string(), at: instantSchema, by: z.string() }).nullable(),
  }),
  /** What can be given to a member: plans, and desks and offices that nobody has. */
  offer: z.object({ kind: z.enum(['plan', 'desk', 'office']), name: z.string(), order: z.number() }),
  conflict: z.object({
    at: instantSchema,
    desk: z.string(),
    given: z.string(),
    kiosks: z.array(z.string()),
    times: z.array(instantSchema),
    who: z.string(),
  }),
}

export const rowSchemas = { catalogue: catalogueRows, doors: doorsRows, reception: receptionRows }
export type ScopeName = keyof typeof rowSchemas
export type KindOf<S extends ScopeName> = keyof (typeof rowSchemas)[S] & string
export type RowOf<S extends ScopeName, K extends KindOf<S>> =
  (typeof rowSchemas)[S][K] extends z.ZodType<infer R> ? R : never

export type LocationRow = z.infer<typeof catalogueRows.location>
export type TermsRow = z.infer<typeof catalogueRows.terms>
export type DeskRow = z.infer<typeof catalogueRows.desk>
export type ItemRow = z.infer<typeof catalogueRows.item>
export type OccupancyRow = z.infer<typeof catalogueRows.occupancy>
export type DoorConfigRow = z.infer<typeof doorsRows.door>
export type DoorGrantRow = z.infer<typeof doorsRows.grant>

export const scopeSchema = z.enum(['catalogue', 'doors', 'reception'])

/** One changed row on the wire. `row` null is a tombstone. Checked against `rowSchemas` by whoever applies it. */
export const changedRowSchema = z.object({
  kind: z.string().max(40),
  id: idSchema,
  rev: z.number().int().positive(),
  row: z.unknown(),
})
export type ChangedRow = z.infer<typeof changedRowSchema>

/**
 * All rows of a scope that changed after `from` up to `to`. A replica whose cursor is `from` applies it; one that is
 * behind asks `since`; one that is at or past `to` ignores it.
 */
export const changesSchema = z.object({
  scope: scopeSchema,
  from: z.number().int().nonnegative(),
  to: z.number().int().nonnegative(),
  rows: z.array(changedRowSchema),
})
export type Changes = z.infer<typeof changesSchema>
