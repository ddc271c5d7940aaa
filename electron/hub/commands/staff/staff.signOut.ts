import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** Locks the console. */
export const staffSignOut = defineCommand('staff.signOut', {
  run(context) {
    context.store.sessions.endStaff(context.session, context.now)
    context.audit('staff.signOut', context.session)
    return ok({})
  },
})
