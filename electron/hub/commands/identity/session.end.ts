import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** Logs out (R10.3). One that has ended by itself meanwhile is no failure. */
export const sessionEnd = defineCommand('session.end', {
  sessionMayBeOver: true,
  run(context) {
    if (context.store.sessions.end(context.session, context.at)) context.audit('session.end', context.session)
    return ok({})
  },
})
