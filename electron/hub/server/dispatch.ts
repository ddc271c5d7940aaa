import type { z } from 'zod'
import { type FoyerError, failure } from '../../../shared/contract/errors.ts'
import { answerSchema, type DeviceVerb, deviceVerbs } from '../../../shared/contract/socket.ts'
import type { Result } from '../../../shared/domain/result.ts'
import { parse } from '../../lib/parse.ts'
import type { DeviceContext } from '../seam/engine.ts'
import type { ServerContext } from './context.ts'
import { verbs } from './verbs/index.ts'
import type { Connection } from './wire.ts'

/** Every verb alike, once its input is checked against its own schema. */
interface AnyVerb {
  proven: boolean
  run(
    server: ServerContext,
    connection: Connection,
    input: unknown,
    device: DeviceContext | null,
  ): Result<unknown, FoyerError> | Promise<Result<unknown, FoyerError>>
}

export function isVerb(name: unknown): name is DeviceVerb {
  return typeof name === 'string' && Object.hasOwn(deviceVerbs, name)
}

/** True when the verb is answered before the device has proved itself. */
export function isOpen(verb: DeviceVerb): boolean {
  return !verbs[verb].proven
}

/**
 * Checks and runs one verb. Never rejects: a bug in a verb is logged and answered with 'internal'. With `checkAnswers`
 * an answer that is not what the contract says counts as such a bug.
 */
export async function dispatch(
  server: ServerContext,
  connection: Connection,
  verb: DeviceVerb,
  input: unknown,
  checkAnswers: boolean,
): Promise<Result<unknown, FoyerError>> {
  const checked = parse(deviceVerbs[verb].in as z.ZodType, input)
  if (!checked.ok) return checked
  try {
    const result = await (verbs[verb] as AnyVerb).run(server, connection, checked.value, connection.device)
    if (checkAnswers) answerSchema(verb).parse(result)
    return result
  } catch (error) {
    server.log('error', 'verb-failed', { verb, device: connection.device?.id, error: String(error) })
    return failure('internal')
  }
}
