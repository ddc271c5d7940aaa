import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { closeLockout } from '../../projections/reception.ts'

/** Lets somebody try again who typed too many wrong codes (R8.2). Errors: `lockout-unknown`, `already-done`. */
export const staffLiftLockout = defineCommand('staff.liftLockout', {
  run(context, { lockout: id }) {
    const { store, now, staff } = context
    const lockout = store.codes.lockout(id)
    if (!lockout) return failure('lockout-unknown')
    if (lockout.over === 1 || lockout.until <= now) return failure('already-done')
    store.codes.liftTries('code', lockout.email, now)
    closeLockout(context, id)
    context.activity('lockout-lifted', staff.name, lockout.email)
    context.audit('staff.liftLockout', id)
    return ok({})
  },
})
