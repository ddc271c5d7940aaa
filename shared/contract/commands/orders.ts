import { z } from 'zod'
import { idSchema } from '../basics.ts'
import { personSchema } from '../person.ts'

const empty = z.object({})

/** Paying what is due (R3.5). */
export const orderCommands = {
  /**
   * A payment page for what is due, to be opened on the person's phone. Asking again gives the same page while it is
   * open. Whether it was paid comes with the person's orders. Errors: `order-unknown`, `already-done`,
   * `payment-unavailable`.
   */
  'payment.start': {
    as: 'person',
    from: ['kiosk', 'phone'],
    durable: false,
    payload: z.object({ order: idSchema }),
    outcome: z.object({ url: z.string(), person: personSchema }),
  },
  'staff.markPaid': {
    as: 'staff',
    from: ['reception'],
    durable: false,
    payload: z.object({ order: idSchema }),
    outcome: empty,
  },
} as const
