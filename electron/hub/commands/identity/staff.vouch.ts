import { failure } from '../../../../shared/contract/errors.ts'
import { normalizeEmail } from '../../../../shared/domain/email.ts'
import { newId } from '../../../lib/system.ts'
import { cleanLine } from '../clean.ts'
import { presentSpokenCode, type SpokenCode, speakCode } from '../../engine/spoken-code.ts'
import { defineCommand } from '../../pipeline/command.ts'

/**
 * Vouches for a walk-in (R2.7): an account by name, and a code. Whoever has an account keeps it as it is, and gets the
 * code. Errors: `name-needed`, `locked {untilAt}`.
 */
export const staffVouch = defineCommand<'staff.vouch', SpokenCode>('staff.vouch', {
  run(run, { email: typed, name: typedName, language, reason }) {
    const { store, staff } = run
    const email = normalizeEmail(typed)
    const name = cleanLine(typedName)
    if (name === '') return failure('name-needed')
    const spoken = speakCode(run, email)
    if (!spoken.ok) return spoken
    const known = store.people.idOf(email)
    const account = known ?? newId(run.system)
    if (known === undefined)
      store.people.addVouched(account, { email, name, language, staff: staff.id }, run.now)
    run.activity('vouched', staff.name, name, reason)
    run.audit('staff.vouch', account, { reason, isNew: known === undefined })
    return spoken
  },
  present: presentSpokenCode,
})
