import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** Who may sign in at the console. */
export const staffList = defineCommand('staff.list', {
  readOnly: true,
  run: (run) => ok({ staff: run.store.staff.active().map(({ id, name }) => ({ id, name })) }),
})
