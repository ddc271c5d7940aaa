import { z } from 'zod'
import { instantSchema, uuidSchema } from './basics.ts'
import type { CommandContract } from './commands/define.ts'
import { deskCommands } from './commands/desks.ts'
import { deviceCommands } from './commands/devices.ts'
import { doorCommands } from './commands/doors.ts'
import { identityCommands } from './commands/identity.ts'
import { invitationCommands } from './commands/invitations.ts'
import { mailCommands } from './commands/mails.ts'
import { offerCommands } from './commands/offers.ts'
import { orderCommands } from './commands/orders.ts'
import { phoneCommands } from './commands/phones.ts'
import { planCommands } from './commands/plans.ts'
import { profileCommands } from './commands/profile.ts'
import { requestCommands } from './commands/requests.ts'
import { staffCommands } from './commands/staff.ts'

/**
 * Every command: what may be asked of the hub, and what comes back. Declared by area in `commands/`; one file per command
 * in `electron/hub/commands/`.
 */
export const commands = {
  ...identityCommands,
  ...profileCommands,
  ...deskCommands,
  ...doorCommands,
  ...offerCommands,
  ...planCommands,
  ...orderCommands,
  ...requestCommands,
  ...phoneCommands,
  ...invitationCommands,
  ...mailCommands,
  ...staffCommands,
  ...deviceCommands,
} satisfies Record<string, CommandContract>

export type CommandType = keyof typeof commands
export type PayloadOf<T extends CommandType> = z.infer<(typeof commands)[T]['payload']>
export type OutcomeOf<T extends CommandType> = z.infer<(typeof commands)[T]['outcome']>
export type DurableCommandType = {
  [T in CommandType]: (typeof commands)[T]['durable'] extends true ? T : never
}[CommandType]

export const commandTypes = Object.keys(commands) as CommandType[]
export const durableCommandTypes = commandTypes.filter((type) => commands[type].durable) as [
  DurableCommandType,
  ...DurableCommandType[],
]

/**
 * A command on the wire. `id` (UUIDv7) makes a repeat harmless (I2): the same id gets the same answer. `seq` counts the
 * device's durable commands, so that they take effect in order; 0 for the others. `at` is the device's own time (R9.3).
 */
export const envelopeSchema = z.object({
  id: uuidSchema,
  type: z.enum(commandTypes as [CommandType, ...CommandType[]]),
  payload: z.unknown(),
  seq: z.number().int().nonnegative(),
  at: instantSchema,
  /** Token of the person's or staff member's session; absent for `as: 'device'`. */
  session: z.string().max(200).optional(),
  /** The device already confirmed this on its screen while the hub was away (R9.4). */
  promised: z.boolean().optional(),
})
export type Envelope = z.infer<typeof envelopeSchema>

/** A command that came from an outbox. */
export const durableEnvelopeSchema = envelopeSchema.extend({ type: z.enum(durableCommandTypes) })
export type DurableEnvelope = z.infer<typeof durableEnvelopeSchema>
