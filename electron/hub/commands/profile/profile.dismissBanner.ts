import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { personChanged } from '../../projections/person.ts'
import { presentPerson } from '../present.ts'

/** "Complete your profile" is not shown any more, for good (R3.4). */
export const profileDismissBanner = defineCommand<'profile.dismissBanner', { account: string }>(
  'profile.dismissBanner',
  {
    run(context) {
      context.store.people.dismissBanner(context.account, context.now)
      context.person = personChanged(context, context.account, { session: context.session })
      return ok({ account: context.account })
    },
    present: presentPerson,
  },
)
