import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** Logs out (R10.3). One that has ended by itself meanwhile is no failure. */
export const sessionEnd = defineCommand('session.end', {
  sessionMayBeOver: true,
  run(run) {
    if (run.store.sessions.end(run.session, run.at)) run.audit('session.end', run.session)
    return ok({})
  },
})
