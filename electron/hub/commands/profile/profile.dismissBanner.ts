import { ok } from '../../../../shared/domain/result.ts'
import { personChanged } from '../../projections/person.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { presentPerson } from '../present.ts'

/** "Complete your profile" is not shown any more, for good (R3.4). */
export const profileDismissBanner = defineCommand<'profile.dismissBanner', { account: string }>(
  'profile.dismissBanner',
  {
    run(run) {
      run.store.people.dismissBanner(run.account, run.now)
      run.person = personChanged(run, run.account, { session: run.session })
      return ok({ account: run.account })
    },
    present: presentPerson,
  },
)
