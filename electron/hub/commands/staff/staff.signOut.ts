import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** Locks the console. */
export const staffSignOut = defineCommand('staff.signOut', {
  run(run) {
    run.store.sessions.endStaff(run.session, run.now)
    run.audit('staff.signOut', run.session)
    return ok({})
  },
})
