import { z } from 'zod'
import { billingSchema, idSchema } from '../basics.ts'
import { personSchema } from '../person.ts'

/** Billing details (R3.3) and paying what is due (R3.5). */
export const moneyCommands = {
  'billing.save': {
    as: 'person',
    from: ['kiosk', 'phone'],
    durable: false,
    payload: billingSchema,
    outcome: z.object({ person: personSchema }),
  },
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
} as const
