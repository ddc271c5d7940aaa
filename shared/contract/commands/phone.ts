import { z } from 'zod'
import { idSchema, instantSchema, languageSchema } from '../basics.ts'
import { personSchema } from '../person.ts'

const token = z.string().regex(/^[\w-]{22,64}$/)
const session = z.object({ session: z.string(), person: personSchema })

/** How far somebody is on their phone, told to the kiosk while they type (R7.4). */
export const handoffStepSchema = z.enum(['opened', 'email', 'code', 'profile', 'left'])
export type HandoffStep = z.infer<typeof handoffStepSchema>

/** Phone and kiosk together (R7.4), activation (R4.2), passes on the phone (R7.2). */
export const phoneCommands = {
  /** A link for the home screen's QR: opens the phone's page and ties it to this kiosk. Good for 10 minutes, once. */
  'handoff.begin': {
    as: 'device',
    from: ['kiosk'],
    durable: false,
    payload: z.object({}),
    outcome: z.object({ handoff: idSchema, url: z.string(), expiresAt: instantSchema }),
  },
  /** The phone opened the link, or went on a step. Errors: `handoff-over`. */
  'handoff.step': {
    as: 'device',
    from: ['phone'],
    durable: false,
    payload: z.object({ token, step: handoffStepSchema }),
    outcome: z.object({ kiosk: z.string() }),
  },
  /** The person is known on their phone: the kiosk greets them with a session of its own. Errors: `handoff-over`. */
  'handoff.greet': {
    as: 'person',
    from: ['phone'],
    durable: false,
    payload: z.object({ token }),
    outcome: z.object({}),
  },
  /** What an activation link is good for; changes nothing, as mail scanners follow links (R4.2). */
  'activation.look': {
    as: 'device',
    from: ['phone'],
    durable: false,
    payload: z.object({ token }),
    outcome: z.object({
      state: z.enum(['fresh', 'late', 'used', 'unknown']),
      /** Whom it is for; '' unless the link is fresh. */
      name: z.string(),
      /** As "a…@example.com"; '' for an unknown link. */
      email: z.string(),
      language: languageSchema,
    }),
  },
  /** Uses the link up and logs in. Errors: `activation-unknown`, `activation-used`, `activation-late`. */
  'activation.use': {
    as: 'device',
    from: ['phone'],
    durable: false,
    payload: z.object({ token }),
    outcome: session,
  },
  /** A link that is late or used still leads to the account, by a code to the address that it is for. */
  'activation.code': {
    as: 'device',
    from: ['phone'],
    durable: false,
    payload: z.object({ token }),
    outcome: z.object({ mail: idSchema, resendAt: instantSchema, expiresAt: instantSchema }),
  },
  /** Proves the address of a link with that code. Errors: those of `code.verify`, `activation-unknown`. */
  'activation.verify': {
    as: 'device',
    from: ['phone'],
    durable: false,
    payload: z.object({ token, code: z.string().regex(/^\d{6}$/) }),
    outcome: session,
  },
  /** The rotating pass (R7.2): what to show now and in the next steps, 30 s each. */
  'pass.rotate': {
    as: 'person',
    from: ['phone'],
    durable: false,
    payload: z.object({}),
    outcome: z.object({
      now: instantSchema,
      codes: z.array(z.object({ from: instantSchema, until: instantSchema, text: z.string() })).min(1),
    }),
  },
  /**
   * A pass that was scanned at the kiosk: a day pass (R7.1) or a rotating one (R7.2). Opens a session on this device.
   * Errors: `pass-invalid`, `pass-used` (shown before: a screenshot), `pass-over`, `rate-limited`.
   */
  'pass.present': {
    as: 'device',
    from: ['kiosk'],
    durable: false,
    payload: z.object({ text: z.string().min(1).max(1000) }),
    outcome: session,
  },
} as const
