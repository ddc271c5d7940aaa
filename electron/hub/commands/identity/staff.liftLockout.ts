import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { closeLockout } from './codes.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** Lets somebody try again who typed too many wrong codes (R8.2). Errors: `lockout-unknown`, `already-done`. */
export const staffLiftLockout = defineCommand('staff.liftLockout', {
  run(run, { lockout: id }) {
    const { store, now, staff } = run
    const lockout = store.codes.lockout(id)
    if (!lockout) return failure('lockout-unknown')
    if (lockout.over === 1 || lockout.until <= now) return failure('already-done')
    store.codes.liftTries('code', lockout.email, now)
    closeLockout(run, id)
    run.activity('lockout-lifted', staff.name, lockout.email)
    run.audit('staff.liftLockout', id)
    return ok({})
  },
})
