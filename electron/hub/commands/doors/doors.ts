import { type FoyerError, failure } from '../../../../shared/contract/errors.ts'
import { ok, type Result } from '../../../../shared/domain/result.ts'
import type { JobContext } from '../../pipeline/context.ts'
import type { DoorRecord } from '../../store/doors.ts'

/** Milliseconds after which an unlock must not be carried out any more (DOORS.md). */
export const unlockWithin = 5000

/** A door and the device that speaks to it. Errors: `door-unknown`; `door-unreachable` while no device hosts it. */
export function hostedDoor(
  context: JobContext,
  id: string,
): Result<DoorRecord & { hostDevice: string }, FoyerError> {
  const door = context.place().doors.get(id)
  if (!door) return failure('door-unknown')
  if (door.hostDevice === null) return failure('door-unreachable')
  return ok({ ...door, hostDevice: door.hostDevice })
}
