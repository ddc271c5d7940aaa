import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { visibleItem } from '../../projections/offers.ts'
import { loadPerson } from '../../projections/person.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** What people wrote beneath a post. Error: `item-unknown`, also for what the viewer may not see (R1.2). */
export const commentsList = defineCommand('comments.list', {
  readOnly: true,
  run(run, { item }) {
    const person = run.account === undefined ? undefined : loadPerson(run, run.account, run.now)
    const row = visibleItem(run, item, person?.facts ?? null)?.row
    if (row?.kind !== 'feed') return failure('item-unknown')
    return ok({ comments: run.store.comments.of(item) })
  },
})
