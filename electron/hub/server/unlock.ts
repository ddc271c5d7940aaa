import { type FoyerError, failure, resultSchema } from '../../../shared/contract/errors.ts'
import { type HubVerbOut, hubVerbs } from '../../../shared/contract/socket.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { Log } from '../../lib/log.ts'
import type { System } from '../../lib/system.ts'
import type { Engine, UnlockOrder } from '../seam/engine.ts'
import type { Devices } from './devices.ts'
import { limits } from './limits.ts'
import type { HubSocket } from './wire.ts'

export type UnlockResult = Result<HubVerbOut<'unlock'>, FoyerError>

export interface Unlocks {
  /** Has the door opened by its host, keeps what came of it, and returns that. Never rejects. */
  run(order: UnlockOrder): Promise<UnlockResult>
}

const answerSchema = resultSchema(hubVerbs.unlock.out)

/**
 * Asks the device that hosts a door to open it, once: never retried, never queued (DOORS.md), as a lost answer may mean
 * an open door. A command that is repeated while its door is being asked waits for the same answer.
 */
export function createUnlocks(engine: Engine, devices: Devices, system: System, log: Log): Unlocks {
  const running = new Map<string, Promise<UnlockResult>>()

  const settle = async (order: UnlockOrder): Promise<UnlockResult> => {
    const socket = devices.socket(order.host)
    const wait = order.notAfter - system.now() + limits.unlockGrace
    const result =
      socket && wait > limits.unlockGrace
        ? await ask(socket, order, wait)
        : failure('door-unreachable', { door: order.door }, socket ? 'the order came too late' : undefined)
    await engine.settleUnlock(order, result).catch((error: unknown) => {
      log('error', 'unlock-not-kept', { command: order.command, door: order.door, error: String(error) })
    })
    return result
  }

  return {
    run(order) {
      const known = running.get(order.command)
      if (known) return known
      const work = settle(order).finally(() => running.delete(order.command))
      running.set(order.command, work)
      return work
    },
  }
}

/** Resolves with the host's answer, or 'door-unknown-outcome' when none came in `wait` ms or it made no sense. */
async function ask(socket: HubSocket, order: UnlockOrder, wait: number): Promise<UnlockResult> {
  const { door, grant, reason, notAfter } = order
  const unknown = (detail: string): UnlockResult => failure('door-unknown-outcome', { door }, detail)
  let lost = (): void => {}
  const gone = new Promise<UnlockResult>((resolve) => {
    lost = () => resolve(unknown('the connection to the door was lost'))
  })
  socket.once('disconnect', lost)
  const answered = socket
    .timeout(wait)
    .emitWithAck('unlock', { door, grant, reason, notAfter })
    .then(
      (answer: unknown) => {
        const parsed = answerSchema.safeParse(answer)
        return parsed.success ? parsed.data : unknown('the answer was not understood')
      },
      () => unknown('no answer in time'),
    )
  return Promise.race([answered, gone]).finally(() => socket.off('disconnect', lost))
}
