import type { FoyerError } from '../../../../shared/contract/errors.ts'
import type { Result } from '../../../../shared/domain/result.ts'
import type { Activity } from '../../pipeline/change-set.ts'
import type { JobContext } from '../../pipeline/context.ts'
import type { UnlockOrder } from '../../seam/engine.ts'

/**
 * Keeps what came of an unlock as its command's answer (I2). A failure goes into the log at once; that it opened is told
 * by the door's own events.
 */
export function settleUnlock(
  context: JobContext,
  { command, door: id, by, reason }: UnlockOrder,
  result: Result<{ result: 'opened' | 'accepted' }, FoyerError>,
): void {
  context.store.commands.settle(command, JSON.stringify(result))
  if (result.ok) return
  const { code } = result.error
  const who =
    'account' in by ? (context.store.people.profile(by.account)?.name ?? '') : (reason.split(': ')[0] ?? '')
  context.activity(activityOfFailure(code), who, context.place().doors.get(id)?.name ?? id, code)
  context.audit('door.unlock-failed', id, { command, code })
}

/** `why` is an error code: of the grants, or of the door itself. */
export function activityOfFailure(why: string): Activity['what'] {
  if (why === 'door-unknown-outcome') return 'door-open-unknown'
  return why.startsWith('door-') ? 'door-open-failed' : 'door-refused'
}
