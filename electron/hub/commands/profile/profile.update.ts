import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { personChanged } from '../../projections/person.ts'
import { cleanLine, cleanText } from '../clean.ts'
import { presentPerson } from '../present.ts'
import { phoneNumber } from './phone-number.ts'

/** Name, phone and bio, at any time (R3.4). Errors: `name-needed`, `phone-invalid`. */
export const profileUpdate = defineCommand<'profile.update', { account: string }>('profile.update', {
  run(context, { name: typedName, phone: typedPhone, bio }) {
    const name = cleanLine(typedName)
    if (name === '') return failure('name-needed')
    const phone = typedPhone === '' ? '' : phoneNumber(typedPhone, context.place().row.country)
    if (phone === null) return failure('phone-invalid')
    context.store.people.setProfile(context.account, { name, phone, bio: cleanText(bio) })
    context.audit('profile.update', context.account)
    context.person = personChanged(context, context.account, { session: context.session })
    return ok({ account: context.account })
  },
  present: presentPerson,
})
