import { ok } from '../../../shared/domain/result.ts'
import { personChanged } from '../engine/person.ts'
import { defineCommand } from './command.ts'
import { presentPerson } from './present-person.ts'

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
