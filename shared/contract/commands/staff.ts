import { z } from 'zod'
import { idSchema, pinSchema } from '../basics.ts'

const empty = z.object({})

/** Members of staff and their PIN (R8.5, R10.4). */
export const staffCommands = {
  'staff.list': {
    as: 'device',
    from: ['reception'],
    durable: false,
    payload: empty,
    outcome: z.object({ staff: z.array(z.object({ id: idSchema, name: z.string() })) }),
  },
  'staff.signIn': {
    as: 'device',
    from: ['reception'],
    durable: false,
    payload: z.object({ staff: idSchema, pin: pinSchema }),
    outcome: z.object({ session: z.string(), name: z.string() }),
  },
  'staff.signOut': { as: 'staff', from: ['reception'], durable: false, payload: empty, outcome: empty },
  /** Somebody on staff leaves the kiosk with a PIN (R10.4). */
  'kiosk.leave': {
    as: 'device',
    from: ['kiosk'],
    durable: false,
    payload: z.object({ pin: pinSchema }),
    outcome: z.object({ name: z.string() }),
  },
} as const
