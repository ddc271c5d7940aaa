import { z } from 'zod'
import { idSchema, instantSchema, reasonSchema } from '../basics.ts'

const empty = z.object({})
const reason = reasonSchema

/** Pairing devices and revoking them (R10.2). */
export const deviceCommands = {
  /** A code that pairs one more device: 8 characters, 10 minutes, once (R10.2). */
  'staff.pairingCode': {
    as: 'staff',
    from: ['reception'],
    durable: false,
    payload: z.object({ role: z.enum(['kiosk', 'reception', 'both']) }),
    outcome: z.object({ code: z.string(), expiresAt: instantSchema }),
  },
  'staff.revokeDevice': {
    as: 'staff',
    from: ['reception'],
    durable: false,
    payload: z.object({ device: idSchema, reason }),
    outcome: empty,
  },
} as const
