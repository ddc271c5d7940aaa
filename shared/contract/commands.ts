import { z } from 'zod'
import {
  codeSchema,
  emailSchema,
  idSchema,
  instantSchema,
  languageSchema,
  localDateSchema,
  moneySchema,
  personNameSchema,
  pinSchema,
  reasonSchema,
  uuidSchema,
} from './basics.ts'
import { bookingFactsSchema, personSchema } from './facts.ts'

/**
 * Every command: what may be asked of the hub, and what comes back. One file per command in `electron/hub/commands/`.
 *
 * `as` says on whose behalf: a person's session, a member of staff's session, or the device itself.
 * `durable` commands go to the device's outbox before they are sent and are delivered exactly once (I2, R9.3); their
 * payloads name nobody (I7). The others carry what a person typed, live in memory only and fail when the hub is away.
 */
export const commands = {
  /** Sends a code to an email (R2.2). The same answer whether or not there is an account (R2.6). */
  'code.request': {
    as: 'device',
    durable: false,
    payload: z.object({ email: emailSchema, language: languageSchema }),
    outcome: z.object({ mail: idSchema, resendAt: instantSchema, expiresAt: instantSchema }),
  },
  /** Proves an email with a code and opens a session on this device (R2.2, R2.3). */
  'code.verify': {
    as: 'device',
    durable: false,
    payload: z.object({ email: emailSchema, code: codeSchema, language: languageSchema }),
    outcome: z.object({ session: z.string(), person: personSchema }),
  },
  /** Records name and acceptance of a version of the terms (R3.1, R3.2). */
  'terms.accept': {
    as: 'person',
    durable: false,
    payload: z.object({ name: personNameSchema, version: z.number().int(), language: languageSchema }),
    outcome: z.object({ person: personSchema }),
  },
  'profile.update': {
    as: 'person',
    durable: false,
    payload: z.object({
      name: personNameSchema,
      phone: z.string().trim().max(40),
      bio: z.string().trim().max(500),
    }),
    outcome: z.object({ person: personSchema }),
  },
  /** Ends the session (R10.3). Durable, so that a logged-out session is ended at the hub too when it was away. */
  'session.end': { as: 'person', durable: true, payload: z.object({}), outcome: z.object({}) },
  /**
   * Books a desk for a day; today, that is checking in (R5.1). `price` is what stood on the button: null for a pass or
   * an included day; the hub never charges another amount. `promised`: the screen already confirmed it offline (R9.4).
   */
  'desk.book': {
    as: 'person',
    durable: true,
    payload: z.object({
      booking: uuidSchema,
      desk: idSchema,
      date: localDateSchema,
      pay: z.enum(['pass', 'single', 'included']),
      price: moneySchema.nullable(),
    }),
    outcome: z.object({
      kind: z.enum(['booked', 'already', 'moved']),
      booking: bookingFactsSchema,
      deskLabel: z.string(),
      /** Signed day pass (R7.1); empty when decided offline, the hub's answer brings it. */
      pass: z.string(),
      /** A promised desk was gone: this one was given instead (R9.4). */
      insteadOf: z.string().nullable(),
      person: personSchema.nullable(),
    }),
  },
  /** A door's own events, from the device that hosts it, in the controller's order (R6.4, I8). */
  'door.events': {
    as: 'device',
    durable: true,
    payload: z.object({
      door: idSchema,
      events: z
        .array(
          z.object({
            /** Counted by the controller; with the controller's id the key that makes a repeat harmless. */
            index: z.number().int().nonnegative(),
            controller: z.string().max(80),
            kind: z.enum(['unlocked', 'granted', 'denied', 'forced', 'held-open', 'tamper', 'gap']),
            at: instantSchema,
            grant: idSchema.nullable(),
            /** Why it was unlocked, as given with the unlock. */
            reason: z.string().max(300),
          }),
        )
        .min(1)
        .max(200),
    }),
    outcome: z.object({}),
  },
  /** A person asked at the kiosk for a door and the device that hosts it is another one, or it was refused. */
  'door.request': {
    as: 'person',
    durable: false,
    payload: z.object({ door: idSchema }),
    outcome: z.object({ result: z.enum(['opened', 'accepted']) }),
  },
  /** The kiosk refused or failed to open a door: for the audit log (R6.4). */
  'door.refusal': {
    as: 'person',
    durable: true,
    payload: z.object({ door: idSchema, why: z.string().max(80) }),
    outcome: z.object({}),
  },

  // reception
  'staff.list': {
    as: 'device',
    durable: false,
    payload: z.object({}),
    outcome: z.object({ staff: z.array(z.object({ id: idSchema, name: z.string() })) }),
  },
  'staff.signIn': {
    as: 'device',
    durable: false,
    payload: z.object({ staff: idSchema, pin: pinSchema }),
    outcome: z.object({ session: z.string(), name: z.string() }),
  },
  /** Somebody on staff leaves the kiosk with a PIN (R10.4). */
  'kiosk.leave': {
    as: 'device',
    durable: false,
    payload: z.object({ pin: pinSchema }),
    outcome: z.object({ name: z.string() }),
  },
  'staff.signOut': { as: 'staff', durable: false, payload: z.object({}), outcome: z.object({}) },
  'staff.openDoor': {
    as: 'staff',
    durable: false,
    payload: z.object({ door: idSchema, reason: reasonSchema }),
    outcome: z.object({ result: z.enum(['opened', 'accepted']) }),
  },
  'staff.revokeGrant': {
    as: 'staff',
    durable: false,
    payload: z.object({ grant: idSchema, reason: reasonSchema }),
    outcome: z.object({}),
  },
  'staff.liftLockout': {
    as: 'staff',
    durable: false,
    payload: z.object({ lockout: idSchema }),
    outcome: z.object({}),
  },
  'staff.checkOut': {
    as: 'staff',
    durable: false,
    payload: z.object({ booking: idSchema }),
    outcome: z.object({}),
  },
  'staff.markPaid': {
    as: 'staff',
    durable: false,
    payload: z.object({ order: idSchema }),
    outcome: z.object({}),
  },
  /** A code that pairs one more device: 8 characters, 10 minutes, once (R10.2). */
  'staff.pairingCode': {
    as: 'staff',
    durable: false,
    payload: z.object({ role: z.enum(['kiosk', 'reception', 'both']) }),
    outcome: z.object({ code: z.string(), expiresAt: instantSchema }),
  },
  'staff.revokeDevice': {
    as: 'staff',
    durable: false,
    payload: z.object({ device: idSchema, reason: reasonSchema }),
    outcome: z.object({}),
  },
} as const

export type CommandType = keyof typeof commands
export type PayloadOf<T extends CommandType> = z.infer<(typeof commands)[T]['payload']>
export type OutcomeOf<T extends CommandType> = z.infer<(typeof commands)[T]['outcome']>
export type DurableCommandType = {
  [T in CommandType]: (typeof commands)[T]['durable'] extends true ? T : never
}[CommandType]

export const commandTypes = Object.keys(commands) as CommandType[]

/**
 * A command on the wire. `id` (UUIDv7) makes a repeat harmless (I2): the same id gets the same answer. `seq` counts the
 * device's durable commands, so that they take effect in order; 0 for the others. `at` is the device's own time (R9.3).
 */
export const envelopeSchema = z.object({
  id: uuidSchema,
  type: z.enum(commandTypes as [CommandType, ...CommandType[]]),
  payload: z.unknown(),
  seq: z.number().int().nonnegative(),
  at: instantSchema,
  /** Token of the person's or staff member's session; absent for `as: 'device'`. */
  session: z.string().max(200).optional(),
  /** The device already confirmed this on its screen while the hub was away (R9.4). */
  promised: z.boolean().optional(),
})
export type Envelope = z.infer<typeof envelopeSchema>
