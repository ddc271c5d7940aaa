import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { type CommandType, commands, type Envelope } from '../../../../shared/contract/commands.ts'
import { type ErrorCode, type FoyerError, failure } from '../../../../shared/contract/errors.ts'
import { commandIdHeader, hubTimeHeader } from '../../../../shared/contract/phone-page.ts'
import type { Result } from '../../../../shared/domain/result.ts'
import type { Log } from '../../../lib/log.ts'
import { newId, type System } from '../../../lib/system.ts'
import { readBody } from '../../http/body.ts'
import { send } from '../../http/send.ts'
import type { Engine } from '../../seam/engine.ts'
import { limits } from '../limits.ts'
import type { Unlocks } from '../unlock.ts'
import type { Caller, Cookies } from './cookies.ts'
import { peerOf } from './peer.ts'
import { createRates } from './rates.ts'
import { isSameOrigin } from './same-origin.ts'

export interface ApiOptions {
  engine: Engine
  unlocks: Unlocks
  system: System
  log: Log
  cookies: Cookies
  /** What a proxy in front of the hub is called; null = there is none. */
  publicHost: string | null
  /** True once the hub is stopping: commands are answered with 'try-again'. */
  stopping: () => boolean
}

type Answer = Result<unknown, FoyerError>

/** Refused before the engine hears of it. */
interface Refusal {
  status: number
  code: ErrorCode
  detail?: string
}

/** What it costs to send mails and to guess is limited more (R2.6). */
const mailing = /^(code|activation)\./

const uuid7 = z.uuidv7()

/**
 * `POST /api/<command type>`: one command of a phone. An expected failure of the command is an answer like any other,
 * with status 200; other statuses say that the command was not even looked at.
 */
export function createApi(options: ApiOptions) {
  const { system, log, cookies } = options
  const { perPhone, perPeer, mailingPerPeer, remembered } = limits.phone
  const phones = createRates(system, perPhone, remembered)
  const peers = createRates(system, perPeer, remembered)
  const mailers = createRates(system, mailingPerPeer, remembered)

  /** Everything that can be told from the head of the request. */
  const refused = (request: IncomingMessage, verb: string, caller: Caller): Refusal | null => {
    const peer = peerOf(request)
    if (!peers.take(peer)) return { status: 429, code: 'rate-limited' }
    if (!isSameOrigin(request, options.publicHost)) return { status: 403, code: 'not-allowed' }
    if (!isJson(request)) return { status: 415, code: 'invalid-input', detail: 'expected application/json' }
    if (!isForPhones(verb)) return { status: 404, code: 'unknown-verb' }
    const id = request.headers[commandIdHeader]
    if (id !== undefined && !uuid7.safeParse(id).success)
      return { status: 400, code: 'invalid-input', detail: `${commandIdHeader}: expected a UUIDv7` }
    if (!phones.take(caller.device.id)) return { status: 429, code: 'rate-limited' }
    if (mailing.test(verb) && !mailers.take(peer)) return { status: 429, code: 'rate-limited' }
    return options.stopping() ? { status: 503, code: 'try-again' } : null
  }

  return async (request: IncomingMessage, response: ServerResponse, verb: string): Promise<void> => {
    const caller = cookies.caller(request)
    const answer = (status: number, result: Answer, more: string[] = []): void => {
      const cookie = [...(caller.fresh ? [caller.fresh] : []), ...more]
      send(response, status, 'application/json', JSON.stringify(result), {
        [hubTimeHeader]: system.now(),
        ...(cookie.length > 0 && { 'Set-Cookie': cookie }),
        // What is left of any other body is read and dropped, so that the answer reaches whoever is still sending.
        ...(status === 408 && { Connection: 'close' }),
      })
    }
    const refuse = ({ status, code, detail }: Refusal): void =>
      answer(status, failure(code, undefined, detail))

    const refusal = refused(request, verb, caller)
    if (refusal) return refuse(refusal)
    const payload = await payloadOf(request, system)
    if (payload.kind === 'refused') return refuse(payload)
    if (payload.kind === 'gone') return
    const type = verb as CommandType
    const result = await run(options, request, caller, type, payload.value).catch(
      (error: unknown): Answer => {
        log('error', 'phone-command-failed', { verb, error: String(error) })
        return failure('internal')
      },
    )
    const { shown, cookie } = withoutSession(result, caller, cookies, type)
    answer(200, shown, cookie)
  }
}

async function run(
  { engine, unlocks, system }: ApiOptions,
  request: IncomingMessage,
  { device, session }: Caller,
  type: CommandType,
  payload: unknown,
): Promise<Answer> {
  const id = request.headers[commandIdHeader]
  const envelope: Envelope = {
    id: typeof id === 'string' ? id : newId(system),
    type,
    payload,
    // A phone has no outbox: its commands are in no order, and each is done once by its id.
    seq: 0,
    at: system.now(),
    ...(commands[type].as !== 'device' && session !== undefined && { session }),
  }
  const execution = await engine.execute(device, envelope)
  return execution.kind === 'answer' ? execution.result : unlocks.run(execution.order)
}

/** The token of a new session goes into a cookie that no script can read, and the cookie goes when the session is over. */
function withoutSession(
  result: Answer,
  caller: Caller,
  cookies: Cookies,
  type: CommandType,
): { shown: Answer; cookie: string[] } {
  if (!result.ok) {
    const over = result.error.code === 'session-invalid' && caller.session !== undefined
    return { shown: result, cookie: over ? [cookies.noSession()] : [] }
  }
  if (type === 'session.end') return { shown: result, cookie: [cookies.noSession()] }
  if (typeof result.value !== 'object' || result.value === null || !('session' in result.value))
    return { shown: result, cookie: [] }
  const { session, ...value } = result.value
  return { shown: { ok: true, value }, cookie: [cookies.session(String(session))] }
}

async function payloadOf(
  request: IncomingMessage,
  system: System,
): Promise<{ kind: 'payload'; value: unknown } | ({ kind: 'refused' } & Refusal) | { kind: 'gone' }> {
  const { bodySize: size, bodyWithin: within } = limits.phone
  const body = await readBody(request, system, { size, within })
  switch (body.kind) {
    case 'too-large':
      return { kind: 'refused', status: 413, code: 'photo-too-large' }
    case 'too-slow':
      return { kind: 'refused', status: 408, code: 'try-again' }
    case 'gone':
      return body
    case 'text':
      try {
        return { kind: 'payload', value: JSON.parse(body.text) as unknown }
      } catch {
        return { kind: 'refused', status: 400, code: 'invalid-input', detail: 'expected JSON' }
      }
  }
}

function isForPhones(verb: string): verb is CommandType {
  return Object.hasOwn(commands, verb) && commands[verb as CommandType].from.some((each) => each === 'phone')
}

function isJson({ headers }: IncomingMessage): boolean {
  return /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')
}
