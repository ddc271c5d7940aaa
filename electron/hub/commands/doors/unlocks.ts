import type { FoyerError } from '../../../../shared/contract/errors.ts'
import type { Result } from '../../../../shared/domain/result.ts'
import { happeningOf } from './door.refusal.ts'
import type { UnlockOrder } from '../../seam/engine.ts'
import type { Run } from '../../pipeline/context.ts'

/**
 * Keeps what came of an unlock as its command's answer (I2). A failure goes into the log at once; that it opened is told
 * by the door's own events.
 */
export function settleUnlock(
  run: Run,
  { command, door: id, by, reason }: UnlockOrder,
  result: Result<{ result: 'opened' | 'accepted' }, FoyerError>,
): void {
  run.store.commands.settle(command, JSON.stringify(result))
  if (result.ok) return
  const { code } = result.error
  const who =
    'account' in by ? (run.store.people.profile(by.account)?.name ?? '') : (reason.split(': ')[0] ?? '')
  run.activity(happeningOf(code), who, run.place().doors.get(id)?.name ?? id, code)
  run.audit('door.unlock-failed', id, { command, code })
}
