import { z } from 'zod'
import {
  type CommandType,
  commands,
  type OutcomeOf,
  type PayloadOf,
} from '../../../shared/contract/commands.ts'
import { type FoyerError, failure, resultSchema } from '../../../shared/contract/errors.ts'
import { commandIdHeader, hubTimeHeader } from '../../../shared/contract/phone-page.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { Result } from '../../../shared/domain/result.ts'

/** What a phone may ask for. */
export type PhoneCommand = {
  [T in CommandType]: 'phone' extends (typeof commands)[T]['from'][number] ? T : never
}[CommandType]
/** The token of a session stays in a cookie. */
export type PhoneOutcome<T extends PhoneCommand> = Omit<OutcomeOf<T>, 'session'>

export interface Transport {
  fetch: (url: string, init: RequestInit) => Promise<Response>
  now: () => Instant
  /** Resolves after `ms`, or earlier when the network is back. */
  wait: (ms: number) => Promise<void>
  newId: () => string
}

/** What is learnt on the way, whatever was asked. */
export interface ResponseMeta {
  /** Whether the hub could be reached. */
  reached: (yes: boolean) => void
  /** How far the hub's clock is ahead of ours, in ms. */
  skew: (ms: number) => void
}

export type Ask = <T extends PhoneCommand>(
  type: T,
  payload: PayloadOf<T>,
  options?: { patience?: number; keepalive?: boolean },
) => Promise<Result<PhoneOutcome<T>, FoyerError>>

const timeoutMs = 20_000
/** How long one question is tried for, and what lies between the tries, in ms. */
const patienceMs = 60_000
const pauses = [1_000, 2_000, 4_000, 8_000]

/**
 * Asks the hub. Without an answer the same command is sent again, with the same id, so that it counts once (I2), until the
 * patience is over: then 'hub-unreachable'. An answer that is not what the contract says is 'internal'.
 */
export function createAsk(transport: Transport, meta: ResponseMeta): Ask {
  return async (type, payload, { patience = patienceMs, keepalive = false } = {}) => {
    const started = transport.now()
    const id = transport.newId()
    const body = JSON.stringify(payload)
    for (let tries = 0; ; tries++) {
      const answer = await once(transport, meta, type, { id, body, keepalive })
      meta.reached(answer !== null)
      if (answer) return checked(type, answer.body)
      const pause = pauses[Math.min(tries, pauses.length - 1)] ?? 0
      if (transport.now() + pause - started > patience) return failure('hub-unreachable')
      await transport.wait(pause)
    }
  }
}

/** null when there was no answer, or one of whatever stands between us and the hub. */
async function once(
  transport: Transport,
  meta: ResponseMeta,
  type: string,
  { id, body, keepalive }: { id: string; body: string; keepalive: boolean },
): Promise<{ body: unknown } | null> {
  const sentAt = transport.now()
  try {
    const response = await transport.fetch(`/api/${type}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [commandIdHeader]: id },
      body,
      credentials: 'same-origin',
      keepalive,
      signal: AbortSignal.timeout(timeoutMs),
    })
    noteSkew(response, sentAt, transport.now(), meta)
    return response.status >= 500 ? null : { body: (await response.json()) as unknown }
  } catch {
    return null
  }
}

/** The hub's clock against the middle of the exchange. */
export function noteSkew(response: Response, sentAt: Instant, now: Instant, meta: ResponseMeta): void {
  const hub = Number(response.headers.get(hubTimeHeader))
  if (hub > 0) meta.skew(hub - Math.round((sentAt + now) / 2))
}

function checked<T extends PhoneCommand>(type: T, body: unknown): Result<PhoneOutcome<T>, FoyerError> {
  const outcome: z.ZodObject = commands[type].outcome
  const parsed = resultSchema(
    'session' in outcome.shape ? outcome.omit({ session: true }) : outcome,
  ).safeParse(body)
  return parsed.success
    ? (parsed.data as Result<PhoneOutcome<T>, FoyerError>)
    : failure('internal', undefined, parsed.error.issues[0]?.message)
}
