import { ok } from '../../../shared/domain/result.ts'
import { personChanged } from '../engine/person.ts'
import { defineCommand } from './command.ts'
import { presentPerson } from './present-person.ts'

/** Name, phone and bio, at any time (R3.4). */
export const profileUpdate = defineCommand<'profile.update', { account: string }>('profile.update', {
  run(run, profile) {
    run.store.people.setProfile(run.account, profile)
    run.audit('profile.update', run.account)
    run.person = personChanged(run, run.account, { session: run.session })
    return ok({ account: run.account })
  },
  present: presentPerson,
})
