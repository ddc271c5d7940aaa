import { failure } from '../../../../shared/contract/errors.ts'
import { normalizeEmail } from '../../../../shared/domain/email.ts'
import { presentSpokenCode, type SpokenCode, speakCode } from '../../engine/spoken-code.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** A code for somebody whom staff know (R2.7). Errors: `account-unknown`, `locked {untilAt}`. */
export const staffIssueCode = defineCommand<'staff.issueCode', SpokenCode>('staff.issueCode', {
  run(run, { email: typed, reason }) {
    const email = normalizeEmail(typed)
    const account = run.store.people.idOf(email)
    if (account === undefined) return failure('account-unknown')
    const spoken = speakCode(run, email)
    if (!spoken.ok) return spoken
    run.activity('code-issued', run.staff.name, run.store.people.profile(account)?.name || email, reason)
    run.audit('staff.issueCode', account, { reason })
    return spoken
  },
  present: presentSpokenCode,
})
