import { z } from 'zod'
import { idSchema, instantSchema, localDateSchema, moneySchema, uuidSchema } from '../basics.ts'
import { bookingFactsSchema, personSchema } from '../person.ts'

/** Arriving and the doors (R5, R6). */
export const deskCommands = {
  /**
   * Books a desk for a day; today, that is checking in (R5.1). `price` is what stood on the button: null for a pass or
   * an included day; the hub never charges another amount. `promised`: the screen already confirmed it offline (R9.4).
   */
  'desk.book': {
    as: 'person',
    from: ['kiosk'],
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
    from: ['kiosk'],
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
    from: ['kiosk'],
    durable: false,
    payload: z.object({ door: idSchema }),
    outcome: z.object({ result: z.enum(['opened', 'accepted']) }),
  },
  /** The kiosk refused or failed to open a door: for the audit log (R6.4). */
  'door.refusal': {
    as: 'person',
    from: ['kiosk'],
    durable: true,
    payload: z.object({ door: idSchema, why: z.string().max(80) }),
    outcome: z.object({}),
  },
} as const
