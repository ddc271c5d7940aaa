import { type FoyerError, failure } from '../../../../shared/contract/errors.ts'
import { ok, type Result } from '../../../../shared/domain/result.ts'
import type { DoorRecord } from '../../store/doors.ts'
import type { Run } from '../../pipeline/context.ts'

/** Milliseconds after which an unlock must not be carried out any more (DOORS.md). */
export const unlockWithin = 5000

/** A door and the device that speaks to it. Errors: `door-unknown`; `door-unreachable` while no device hosts it. */
export function hostedDoor(run: Run, id: string): Result<DoorRecord & { hostDevice: string }, FoyerError> {
  const door = run.place().doors.get(id)
  if (!door) return failure('door-unknown')
  if (door.hostDevice === null) return failure('door-unreachable')
  return ok({ ...door, hostDevice: door.hostDevice })
}

/** A door as reception and its host see it. */
export function projectDoor(run: Run, door: DoorRecord): void {
  const { id, name, driver, host, port, pulse, hostDevice, ...health } = door
  run.publish('reception', 'door', id, { id, name, host: hostDevice, pulse, ...health })
  if (hostDevice !== null)
    run.publish(`doors:${hostDevice}`, 'door', id, { id, name, driver, host, port, pulse })
}
