import { z } from 'zod'
import { idSchema } from '../basics.ts'

/** What became of a mail (R2.5). */
export const mailCommands = {
  /** What became of a mail that this device asked for, for a phone, which hears no events (R2.5). */
  'mail.status': {
    as: 'device',
    from: ['phone'],
    durable: false,
    payload: z.object({ mail: idSchema }),
    outcome: z.object({ status: z.enum(['queued', 'accepted', 'refused', 'failed']), detail: z.string() }),
  },
} as const
