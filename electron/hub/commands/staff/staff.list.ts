import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** Who may sign in at the console. */
export const staffList = defineCommand('staff.list', {
  readOnly: true,
  run: (context) => ok({ staff: context.store.staff.active().map(({ id, name }) => ({ id, name })) }),
})
