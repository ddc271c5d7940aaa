import { failure } from '../../../../shared/contract/errors.ts'
import { normalizeEmail } from '../../../../shared/domain/email.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { cleanLine } from '../clean.ts'
import { accountFor } from './accounts.ts'
import { issueStaffCode, presentStaffIssuedCode, type StaffIssuedCode } from './codes.ts'

/**
 * Vouches for a walk-in (R2.7): an account by name, and a code. Whoever has an account keeps it as it is, and gets the
 * code. Errors: `name-needed`, `locked {untilAt}`.
 */
export const staffVouch = defineCommand<'staff.vouch', StaffIssuedCode>('staff.vouch', {
  run(context, { email: typed, name: typedName, language, reason }) {
    const { staff } = context
    const email = normalizeEmail(typed)
    const name = cleanLine(typedName)
    if (name === '') return failure('name-needed')
    const issued = issueStaffCode(context, email)
    if (!issued.ok) return issued
    const { account, isNew } = accountFor(context, email, { name, language, vouchedBy: staff.id })
    context.activity('vouched', staff.name, name, reason)
    context.audit('staff.vouch', account, { reason, isNew })
    return issued
  },
  present: presentStaffIssuedCode,
})
