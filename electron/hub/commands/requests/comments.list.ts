import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { loadPerson } from '../../pipeline/load-person.ts'
import { visibleItem } from '../../projections/offers.ts'

/** What people wrote beneath a post. Error: `item-unknown`, also for what the viewer may not see (R1.2). */
export const commentsList = defineCommand('comments.list', {
  readOnly: true,
  run(context, { item }) {
    const person =
      context.account === undefined ? undefined : loadPerson(context, context.account, context.now)
    const row = visibleItem(context, item, person?.facts ?? null)?.row
    if (row?.kind !== 'feed') return failure('item-unknown')
    return ok({ comments: context.store.comments.of(item) })
  },
})
