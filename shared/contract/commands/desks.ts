import { z } from 'zod'
import { idSchema, localDateSchema, moneySchema, uuidSchema } from '../basics.ts'
import { bookingFactsSchema, personSchema } from '../person.ts'

const empty = z.object({})

/** Desks for a day (R5). */
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
  'staff.checkOut': {
    as: 'staff',
    from: ['reception'],
    durable: false,
    payload: z.object({ booking: idSchema }),
    outcome: empty,
  },
} as const
