import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { presentPerson } from '../present.ts'

/** The person as they are now. */
export const personGet = defineCommand<'person.get', { account: string }>('person.get', {
  readOnly: true,
  run: (context) => ok({ account: context.account }),
  present: presentPerson,
})
