import type { z } from 'zod'
import {
  type CommandType,
  commands,
  type OutcomeOf,
  type PayloadOf,
} from '../../../shared/contract/commands.ts'
import { type FoyerError, failure } from '../../../shared/contract/errors.ts'
import type { Result } from '../../../shared/domain/result.ts'
import { parse } from '../../lib/parse.ts'
import { newId, type System } from '../../lib/system.ts'
import { delays } from './delays.ts'
import type { Link } from './link.ts'

/** Commands that carry what a person typed: they live in memory only (I7) and fail when the hub is away. */
export type Call = <T extends CommandType>(
  type: T,
  payload: PayloadOf<T>,
  options?: { session?: string; timeoutMs?: number },
) => Promise<Result<OutcomeOf<T>, FoyerError>>

/**
 * Sends a command and waits for what became of it. When the connection breaks on the way it is sent again with the same
 * id as long as the call lasts, so it takes effect once (I2). Fails with 'hub-unreachable': at once when the hub is known
 * to be away, else after `timeoutMs`.
 */
export function createCalls(link: Link, system: System): Call {
  return async (type, payload, { session, timeoutMs = delays.call } = {}) => {
    const deadline = system.now() + timeoutMs
    const envelope = {
      id: newId(system),
      type,
      payload,
      seq: 0,
      at: system.now(),
      ...(session && { session }),
    }
    for (;;) {
      if (!(await becomesOnline(link, system, deadline))) return failure('hub-unreachable')
      const answer = await link.ask('command', envelope, Math.max(deadline - system.now(), 1))
      if (answer.ok) return parse(outcomeSchema(type), answer.value)
      const again = answer.error.code === 'hub-unreachable' && link.state().name !== 'online'
      if (!again || system.now() >= deadline) return answer
    }
  }
}

function outcomeSchema<T extends CommandType>(type: T): z.ZodType<OutcomeOf<T>> {
  return commands[type].outcome as unknown as z.ZodType<OutcomeOf<T>>
}

/** False when the hub is known to be away, or did not appear in time. */
function becomesOnline(link: Link, system: System, deadline: number): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (online: boolean): void => {
      stopListening()
      cancel()
      resolve(online)
    }
    const look = (): void => {
      if (link.state().name === 'online') settle(true)
      else if (link.view() === 'offline') settle(false)
    }
    const stopListening = link.changed.on(look)
    const cancel = system.after(Math.max(deadline - system.now(), 0), () => settle(false))
    look()
  })
}
