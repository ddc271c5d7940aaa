import { failure } from '../../../../shared/contract/errors.ts'
import { normalizeEmail } from '../../../../shared/domain/email.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { issueStaffCode, presentStaffIssuedCode, type StaffIssuedCode } from './codes.ts'

/** A code for somebody whom staff know (R2.7). Errors: `account-unknown`, `locked {untilAt}`. */
export const staffIssueCode = defineCommand<'staff.issueCode', StaffIssuedCode>('staff.issueCode', {
  run(context, { email: typed, reason }) {
    const email = normalizeEmail(typed)
    const account = context.store.people.idOf(email)
    if (account === undefined) return failure('account-unknown')
    const issued = issueStaffCode(context, email)
    if (!issued.ok) return issued
    context.activity(
      'code-issued',
      context.staff.name,
      context.store.people.profile(account)?.name || email,
      reason,
    )
    context.audit('staff.issueCode', account, { reason })
    return issued
  },
  present: presentStaffIssuedCode,
})
