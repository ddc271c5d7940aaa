import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { cleanLine, cleanText } from '../clean.ts'
import { personChanged } from '../../projections/person.ts'
import { phoneNumber } from './phone-number.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { presentPerson } from '../present.ts'

/** Name, phone and bio, at any time (R3.4). Errors: `name-needed`, `phone-invalid`. */
export const profileUpdate = defineCommand<'profile.update', { account: string }>('profile.update', {
  run(run, { name: typedName, phone: typedPhone, bio }) {
    const name = cleanLine(typedName)
    if (name === '') return failure('name-needed')
    const phone = typedPhone === '' ? '' : phoneNumber(typedPhone, run.place().row.country)
    if (phone === null) return failure('phone-invalid')
    run.store.people.setProfile(run.account, { name, phone, bio: cleanText(bio) })
    run.audit('profile.update', run.account)
    run.person = personChanged(run, run.account, { session: run.session })
    return ok({ account: run.account })
  },
  present: presentPerson,
})
