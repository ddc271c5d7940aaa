import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import type { Activity } from '../../pipeline/change-set.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** The kiosk did not open a door: refused, failed, or nobody knows (R6.4). Error: `door-unknown`. */
export const doorRefusal = defineCommand('door.refusal', {
  run(run, { door: id, why }) {
    const door = run.place().doors.get(id)
    if (!door) return failure('door-unknown')
    const name = run.store.people.profile(run.account)?.name ?? ''
    run.activity(happeningOf(why), name, door.name, why, run.at)
    run.audit('door.refusal', id, { why, at: run.at })
    return ok({})
  },
})

/** `why` is an error code: of the grants, or of the door itself. */
export function happeningOf(why: string): Activity['what'] {
  if (why === 'door-unknown-outcome') return 'door-open-unknown'
  return why.startsWith('door-') ? 'door-open-failed' : 'door-refused'
}
