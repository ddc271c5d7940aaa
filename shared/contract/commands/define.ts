import type { z } from 'zod'

/** What may send a command: a paired kiosk or console, or the browser of somebody's phone (R7.4). */
export type Sender = 'kiosk' | 'reception' | 'phone'

/**
 * One entry of the contract. `as` says on whose behalf: a person's session, a member of staff's session, the device
 * itself, or a `viewer`: a person if a session is given, the public otherwise. `durable` commands go to the device's
 * outbox before they are sent and are delivered exactly once (I2, R9.3); their payloads name nobody (I7). The others
 * carry what a person typed, live in memory only and fail when the hub is away.
 */
export interface CommandContract {
  as: 'device' | 'person' | 'viewer' | 'staff'
  from: readonly Sender[]
  durable: boolean
  payload: z.ZodType
  outcome: z.ZodType
}
