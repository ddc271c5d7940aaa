import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { activityOfFailure } from './unlocks.ts'

/** The kiosk did not open a door: refused, failed, or nobody knows (R6.4). Error: `door-unknown`. */
export const doorRefusal = defineCommand('door.refusal', {
  run(context, { door: id, why }) {
    const door = context.place().doors.get(id)
    if (!door) return failure('door-unknown')
    const name = context.store.people.profile(context.account)?.name ?? ''
    context.activity(activityOfFailure(why), name, door.name, why, context.at)
    context.audit('door.refusal', id, { why, at: context.at })
    return ok({})
  },
})
