import { z } from 'zod'
import { idSchema, instantSchema } from '../../shared/contract/basics.ts'

/**
 * What the simulated controller speaks: one JSON datagram asks, one answers, matched by `id`. A datagram that comes twice
 * is carried out once. Like most boards it does not prove who asks: it belongs on a network of its own.
 */

/** Pages are as long as what still fits into one datagram when every character has to be escaped. */
export const maxListed = 50
export const maxEvents = 25

const credential = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER)
const reason = z.string().max(300)

export const heldSchema = z.object({
  grant: idSchema,
  credential,
  from: instantSchema,
  /** null = no end. */
  until: instantSchema.nullable(),
})
export type Held = z.infer<typeof heldSchema>

export const controllerEventSchema = z.object({
  /** Counts up by one from 1; never goes backwards. */
  index: z.number().int().positive(),
  kind: z.enum(['unlocked', 'granted', 'denied', 'forced', 'held-open', 'tamper']),
  /** By the controller's own clock. */
  at: instantSchema,
  grant: idSchema.nullable(),
  reason,
})
export type ControllerEvent = z.infer<typeof controllerEventSchema>

/** Faults to play. What is left out stays as it is; only the clock's survives a restart, like a clock with a battery. */
export const faultsSchema = z.object({
  /** Milliseconds by which every answer is late. */
  latency: z.number().int().nonnegative().max(60_000).optional(),
  /** Share of datagrams that are lost, each way. */
  drop: z.number().min(0).max(1).optional(),
  /** For so many milliseconds datagrams pile up; then they are carried out. */
  freeze: z.number().int().nonnegative().max(3_600_000).optional(),
  /** Behaves as if there were no room for another credential. */
  full: z.boolean().optional(),
  /** Milliseconds by which its clock is ahead. */
  clockOffset: z.number().int().optional(),
  /** Something happens at the door. */
  happens: z.enum(['forced', 'held-open', 'tamper']).optional(),
})
export type Faults = z.infer<typeof faultsSchema>

/** Per operation: what is asked and what is answered. */
export const operations = {
  health: {
    in: z.object({}),
    out: z.object({
      serial: z.string().min(1).max(80),
      time: instantSchema,
      credentials: z.number().int().nonnegative(),
      capacity: z.number().int().nonnegative(),
      lastEvent: z.number().int().nonnegative(),
      /** Whether the lock is released right now. */
      open: z.boolean(),
    }),
  },
  /** Takes the place of what was held for the same grant. Errors: `full`. */
  put: { in: heldSchema, out: z.object({}) },
  /** "It was not there" is success. */
  delete: { in: z.object({ grant: idSchema }), out: z.object({}) },
  list: {
    in: z.object({ offset: z.number().int().nonnegative() }),
    out: z.object({ held: z.array(heldSchema).max(maxListed), total: z.number().int().nonnegative() }),
  },
  /** Releases the lock for `seconds`. Errors: `too-late` after `notAfter` by its own clock. */
  unlock: {
    in: z.object({
      seconds: z.number().int().min(1).max(255),
      reason,
      grant: idSchema.nullable(),
      notAfter: instantSchema,
    }),
    out: z.object({}),
  },
  /** Events after an index, oldest first. `overwritten`: some after it are no longer there. */
  events: {
    in: z.object({
      after: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(maxEvents),
    }),
    out: z.object({
      events: z.array(controllerEventSchema).max(maxEvents),
      last: z.number().int().nonnegative(),
      overwritten: z.boolean(),
    }),
  },
  setClock: { in: z.object({ now: instantSchema }), out: z.object({}) },
  /** Somebody holds a credential to the reader. */
  swipe: { in: z.object({ credential }), out: z.object({ granted: z.boolean() }) },
  sim: { in: faultsSchema, out: z.object({}) },
} as const

export type Operation = keyof typeof operations
export type InputOf<O extends Operation> = z.infer<(typeof operations)[O]['in']>
export type OutputOf<O extends Operation> = z.infer<(typeof operations)[O]['out']>
/** zod infers "no fields" as "any field, never anything in it"; this takes that back. */
type Fields<T> = { [K in keyof T as string extends K ? never : K]: T[K] }
export type Request = { [O in Operation]: { id: string; op: O } & Fields<InputOf<O>> }[Operation]

const requestIdSchema = z.string().min(1).max(64)
const head = z.object({
  id: requestIdSchema,
  op: z.enum(Object.keys(operations) as [Operation, ...Operation[]]),
})

/** `full`: no room; `too-late`: past notAfter; `storage`: it could not be kept; `malformed`: not understood. */
export const refusalSchema = z.enum(['full', 'too-late', 'storage', 'malformed'])
export type Refusal = z.infer<typeof refusalSchema>

export const answerSchema = z.discriminatedUnion('ok', [
  z.looseObject({ id: requestIdSchema, ok: z.literal(true) }),
  z.object({ id: requestIdSchema, ok: z.literal(false), error: refusalSchema, detail: z.string().max(300) }),
])
export type Answer = z.infer<typeof answerSchema>

/** Reads a datagram. `id` is null when there is not even somebody to answer. */
export function readRequest(
  datagram: Uint8Array,
): { ok: true; request: Request } | { ok: false; id: string | null; why: string } {
  let json: unknown
  try {
    json = JSON.parse(Buffer.from(datagram).toString('utf8'))
  } catch {
    return { ok: false, id: null, why: 'no JSON' }
  }
  const known = head.safeParse(json)
  if (!known.success) {
    const id = z.object({ id: requestIdSchema }).safeParse(json)
    return { ok: false, id: id.success ? id.data.id : null, why: 'no such operation' }
  }
  const { id, op } = known.data
  const input = operations[op].in.safeParse(json)
  if (!input.success) return { ok: false, id, why: `${op}: ${input.error.issues[0]?.path.join('.')}` }
  return { ok: true, request: { id, op, ...input.data } as Request }
}
