import { z } from 'zod'
import { idSchema, instantSchema } from '../basics.ts'
import { personSchema } from '../person.ts'

const session = z.object({ session: z.string(), person: personSchema })
const token = z.string().regex(/^[\w-]{22,64}$/)

/** How far somebody is on their phone, told to the kiosk while they type (R7.4). */
export const handoffStepSchema = z.enum(['opened', 'email', 'code', 'profile', 'left'])
export type HandoffStep = z.infer<typeof handoffStepSchema>

/** Phone and kiosk together (R7.4), passes (R7.1, R7.2). */
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
