import { z } from 'zod'
import { instantSchema } from '../../../shared/contract/basics.ts'

const pairingCodeSchema = z.object({ code: z.string(), expiresAt: instantSchema })
export type Pairing = z.infer<typeof pairingCodeSchema>

/** The answer to `pairingCode`; null if it is none. */
export function readPairingCode(value: unknown): Pairing | null {
  const read = pairingCodeSchema.safeParse(value)
  return read.success ? read.data : null
}
