import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { personChanged } from '../../projections/person.ts'
import { presentPerson } from '../present.ts'

/** Takes the photo away; nothing of it is kept (R3.4). */
export const photoRemove = defineCommand<'photo.remove', { account: string }>('photo.remove', {
  run(context) {
    context.store.photos.remove(context.account)
    context.audit('photo.remove', context.account)
    context.person = personChanged(context, context.account, { session: context.session })
    return ok({ account: context.account })
  },
  present: presentPerson,
})
