import { ok } from '../../../../shared/domain/result.ts'
import { personChanged } from '../../projections/person.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { presentPerson } from '../present.ts'

/** Takes the photo away; nothing of it is kept (R3.4). */
export const photoRemove = defineCommand<'photo.remove', { account: string }>('photo.remove', {
  run(run) {
    run.store.photos.remove(run.account)
    run.audit('photo.remove', run.account)
    run.person = personChanged(run, run.account, { session: run.session })
    return ok({ account: run.account })
  },
  present: presentPerson,
})
