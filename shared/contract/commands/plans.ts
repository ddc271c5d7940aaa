import { z } from 'zod'
import { idSchema, localDateSchema, moneySchema, reasonSchema, uuidSchema } from '../basics.ts'
import { orderSchema, personSchema } from '../person.ts'

const known = z.object({ person: personSchema })
/** What was ordered with it; null = it cost nothing. */
const done = z.object({ order: orderSchema.nullable(), person: personSchema })
/** What stood on the button (R1.4); null = included in a plan. The hub never charges another amount. */
const price = moneySchema.nullable()
const empty = z.object({})
const reason = reasonSchema

/** Plans: signed up for, ended, given by staff. */
export const planCommands = {
  /** Signs up for a plan from a day on. Errors: as above, `plan-running`, `date-past`, `date-too-far`. */
  'plan.subscribe': {
    as: 'person',
    from: ['kiosk'],
    durable: false,
    payload: z.object({ subscription: uuidSchema, plan: idSchema, startsOn: localDateSchema, price }),
    outcome: done,
  },
  /** Ends a plan with the period that is paid for. Errors: `subscription-unknown`, `already-done`. */
  'plan.end': {
    as: 'person',
    from: ['kiosk', 'phone'],
    durable: false,
    payload: z.object({ subscription: idSchema }),
    outcome: known,
  },
  /** Gives somebody a plan from a day on. Errors: `account-unknown`, `plan-unknown`, `plan-running`, `date-past`. */
  'staff.subscribe': {
    as: 'staff',
    from: ['reception'],
    durable: false,
    payload: z.object({ account: idSchema, plan: idSchema, startsOn: localDateSchema }),
    outcome: empty,
  },
  /** The last day of a plan; a day before its first takes it back. Errors: `subscription-unknown`, `date-past`. */
  'staff.endPlan': {
    as: 'staff',
    from: ['reception'],
    durable: false,
    payload: z.object({ subscription: idSchema, endsOn: localDateSchema, reason }),
    outcome: empty,
  },
} as const
