import { z } from 'zod'
import { idSchema, instantSchema, reasonSchema } from '../basics.ts'

const empty = z.object({})
const reason = reasonSchema

/** Doors and who may open them (R6). */
export const doorCommands = {
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
  'staff.openDoor': {
    as: 'staff',
    from: ['reception'],
    durable: false,
    payload: z.object({ door: idSchema, reason }),
    outcome: z.object({ result: z.enum(['opened', 'accepted']) }),
  },
  'staff.revokeGrant': {
    as: 'staff',
    from: ['reception'],
    durable: false,
    payload: z.object({ grant: idSchema, reason }),
    outcome: empty,
  },
} as const
