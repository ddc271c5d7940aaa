import { z } from 'zod'
import { idSchema, instantSchema } from './basics.ts'
import { handoffStepSchema } from './commands/phones.ts'
import { envelopeSchema } from './commands.ts'
import { resultSchema } from './errors.ts'
import { offersSchema } from './offers.ts'
import { personSchema } from './person.ts'
import { changedRowSchema, changesSchema, scopeSchema } from './rows.ts'

/**
 * Between a device and the hub, over Socket.IO. Both ends infer their types from here and validate what comes in.
 * Verbs are acknowledged with a `Result`; events are not.
 *
 * On connection the hub emits `challenge`; the device answers with `pair` (once, with a code) or `prove` (every time).
 * Until then nothing else is answered, and after 10 s the socket is closed.
 */

export const roleSchema = z.enum(['kiosk', 'reception'])
export type Role = z.infer<typeof roleSchema>

/** Grants in one report: with thousands of members all of them would not fit into one packet. */
export const heldAtOnce = 500

/** Commands in one `commands`: one commit of so many keeps the others waiting for some 50 ms. */
export const commandsAtOnce = 100

/** What is signed with the device's Ed25519 key: this text, UTF-8. */
export function proofText(hub: string, device: string, nonce: string): string {
  return `foyer-device-proof\n${hub}\n${device}\n${nonce}`
}

export const deviceVerbs = {
  pair: {
    in: z.object({
      code: z.string().max(20),
      name: z.string().trim().min(1).max(80),
      /** Ed25519 public key, raw 32 bytes, base64url (RFC 8032, RFC 4648 §5). */
      publicKey: z.string().regex(/^[\w-]{43}$/),
    }),
    out: z.object({ device: idSchema, roles: z.array(roleSchema) }),
  },
  prove: {
    in: z.object({
      device: idSchema,
      /** Ed25519 over `proofText`, base64url. */
      signature: z.string().regex(/^[\w-]{86}$/),
      version: z.string().max(40),
      /** The device's clock, for the skew that reception is shown. */
      now: instantSchema,
    }),
    out: z.object({ roles: z.array(roleSchema), now: instantSchema }),
  },
  /** One command; the answer is its outcome (contract/commands.ts). */
  command: { in: envelopeSchema, out: z.unknown() },
  /**
   * Durable commands of this device, envelopes in the order of their `seq`, committed together. Each gets a `Result` of its
   * own, at its place. The first that may pass later (`transientErrors`) ends the list: it is the last one answered, and
   * none after it was executed. What is no envelope is answered with 'invalid-input' and stops nobody.
   */
  commands: {
    in: z.object({ commands: z.array(z.unknown()).min(1).max(commandsAtOnce) }),
    out: z.object({ answers: z.array(resultSchema(z.unknown())).max(commandsAtOnce) }),
  },
  /** From now on `changes` of these scopes are sent. `reception` needs a staff session. */
  subscribe: {
    in: z.object({ scopes: z.array(scopeSchema).max(3), staff: z.string().max(200).optional() }),
    out: z.object({ heads: z.partialRecord(scopeSchema, z.number().int().nonnegative()) }),
  },
  unsubscribe: { in: z.object({ scopes: z.array(scopeSchema).max(3) }), out: z.object({}) },
  /**
   * A page of the rows that changed after `cursor`, by rev. Cursor 0 is a snapshot. So is an answer whose `from` is before
   * the cursor: whatever the device has of the scope is worth nothing, and the next page follows on this one.
   */
  since: {
    in: z.object({
      scope: scopeSchema,
      cursor: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(2000),
      staff: z.string().max(200).optional(),
    }),
    out: z.object({
      from: z.number().int().nonnegative(),
      to: z.number().int().nonnegative(),
      rows: z.array(changedRowSchema),
      more: z.boolean(),
    }),
  },
  /**
   * How the device is: the latest report wins. `held` is what changed since the last report that was acknowledged on this
   * connection, at most `heldAtOnce` in one report; the rest follows in the next.
   */
  report: {
    in: z.object({
      queue: z.number().int().nonnegative(),
      now: instantSchema,
      doors: z
        .array(
          z.object({
            id: idSchema,
            online: z.boolean(),
            detail: z.string().max(300),
            confirmedAt: instantSchema.nullable(),
            clockSkewMs: z.number().nullable(),
            credentials: z.number().int().nullable(),
            held: z
              .array(
                z.object({
                  grant: idSchema,
                  state: z.enum(['held', 'pending', 'gone', 'failed']),
                  at: instantSchema,
                }),
              )
              .max(heldAtOnce),
          }),
        )
        .max(64),
    }),
    out: z.object({}),
  },
} as const

export const hubEvents = {
  challenge: z.object({ hub: idSchema, nonce: z.string(), now: instantSchema, passKey: z.string() }),
  changes: changesSchema,
  /** What became of a mail that this device asked for (R2.5). */
  mail: z.object({
    mail: idSchema,
    status: z.enum(['queued', 'accepted', 'refused', 'failed']),
    detail: z.string(),
  }),
  /** The facts of a session on this device changed. */
  person: z.object({ session: z.string(), person: personSchema }),
  /** What the person of a session sees beyond the public catalogue has changed (R1.2, R1.3). */
  offers: z.object({ session: z.string(), offers: offersSchema }),
  /** Somebody who opened this kiosk's link goes on with their phone (R7.4). */
  handoff: z.object({ handoff: idSchema, step: handoffStepSchema }),
  /** They are known now: the session is this kiosk's own. The link is used up. */
  greeted: z.object({ handoff: idSchema, session: z.string(), person: personSchema }),
  /** This session was ended by the hub. */
  sessionEnded: z.object({ session: z.string() }),
  /** This device was revoked: wipe and go back to pairing (R10.2). */
  revoked: z.object({}),
} as const

/** Asked by the hub of the device that hosts a door; acknowledged with a `Result`. Never retried, never queued. */
export const hubVerbs = {
  unlock: {
    in: z.object({
      door: idSchema,
      /** The grant that allows it; null for staff. */
      grant: idSchema.nullable(),
      reason: z.string().max(300),
      notAfter: instantSchema,
    }),
    out: z.object({ result: z.enum(['opened', 'accepted']) }),
  },
} as const

export type DeviceVerb = keyof typeof deviceVerbs
export type DeviceVerbIn<V extends DeviceVerb> = z.infer<(typeof deviceVerbs)[V]['in']>
export type DeviceVerbOut<V extends DeviceVerb> = z.infer<(typeof deviceVerbs)[V]['out']>
export type HubEvent = keyof typeof hubEvents
export type HubEventBody<E extends HubEvent> = z.infer<(typeof hubEvents)[E]>
export type HubVerb = keyof typeof hubVerbs
export type HubVerbIn<V extends HubVerb> = z.infer<(typeof hubVerbs)[V]['in']>
export type HubVerbOut<V extends HubVerb> = z.infer<(typeof hubVerbs)[V]['out']>

const answers = new Map<DeviceVerb, z.ZodType>()

/** What the hub answers to a verb, failures included. Kept: making a schema takes longer than checking with it. */
export function answerSchema(verb: DeviceVerb): z.ZodType {
  const known = answers.get(verb)
  if (known) return known
  const made = resultSchema(deviceVerbs[verb].out as z.ZodType)
  answers.set(verb, made)
  return made
}
