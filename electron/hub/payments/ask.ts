import { fail, ok, type Result } from '../../../shared/domain/result.ts'
import type { System } from '../../lib/system.ts'
import { paymentDelays } from './delays.ts'
import type { PaymentTrouble } from './provider.ts'

export interface AskOptions {
  method: 'GET' | 'POST'
  key: string
  body?: object
  /** For POST: makes a retry harmless. */
  idempotencyKey?: string
}

export interface Answer {
  status: number
  /** null for one that is no JSON. */
  body: unknown
}

/** Bytes of an answer that are read at most. */
const answerSize = 262_144

/**
 * One question to a provider's API. Tried once more when nobody answered or the provider is broken (5xx), as every question
 * here can be asked twice; not after a time-out, as somebody is waiting. Never follows a redirect: the key would go along.
 * Never rejects.
 */
export async function askJson(
  system: System,
  url: string,
  options: AskOptions,
): Promise<Result<Answer, PaymentTrouble>> {
  const started = system.now()
  const first = await askOnce(system, url, options, paymentDelays.answer)
  const left = paymentDelays.answer - (system.now() - started) - paymentDelays.retry
  if (first.ok || first.error.detail === late || left <= 0) return first
  await new Promise<void>((resolve) => void system.after(paymentDelays.retry, resolve))
  return askOnce(system, url, options, left)
}

const late = 'no answer in time'

async function askOnce(
  system: System,
  url: string,
  { method, key, body, idempotencyKey }: AskOptions,
  within: number,
): Promise<Result<Answer, PaymentTrouble>> {
  const given = new AbortController()
  const cancel = system.after(within, () => given.abort())
  try {
    const response = await fetch(url, {
      method,
      redirect: 'error',
      signal: given.signal,
      headers: {
        Authorization: `Bearer ${key}`,
        Accept: 'application/json',
        ...(body && { 'Content-Type': 'application/json' }),
        ...(idempotencyKey !== undefined && { 'Idempotency-Key': idempotencyKey }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await readText(response)
    if (response.status >= 500) return unreachable(`${response.status} from the provider`)
    return ok({ status: response.status, body: parsed(text) })
  } catch (error) {
    return unreachable(given.signal.aborted ? late : why(error))
  } finally {
    cancel()
  }
}

async function readText(response: Response): Promise<string> {
  let size = 0
  const parts: Uint8Array[] = []
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > answerSize) throw new Error('an answer without end')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

/** The system's code, such as ECONNREFUSED, says it best; no message of ours or theirs holds the key. */
function why(error: unknown): string {
  const { cause, message } = error as Error & { cause?: { code?: string; message?: string } }
  return cause?.code ?? cause?.message ?? message
}

function unreachable(detail: string): Result<never, PaymentTrouble> {
  return fail({ kind: 'unreachable', detail })
}
