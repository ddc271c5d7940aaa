import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { loadPerson } from '../../pipeline/load-person.ts'
import { visibleItem } from '../../projections/offers.ts'

/**
 * A comment on a post. No terms are asked for (R3.1). Error: `item-unknown`, also for what this person may not see
 * (R1.2) and for what is no post.
 */
export const commentAdd = defineCommand('comment.add', {
  run(context, { comment: id, item, text }) {
    const { store, account, now } = context
    const made = store.comments.find(id)
    if (made && made.account !== account) return failure('invalid-input', { field: 'comment' })
    if (made) return ok({})
    const person = loadPerson(context, account, now)
    if (!person) return failure('session-invalid')
    const row = visibleItem(context, item, person.facts)?.row
    if (row?.kind !== 'feed') return failure('item-unknown')
    store.comments.add({ id, account, item, text, at: now })
    const { name, email } = person.profile
    context.activity('commented', name || email, row.name)
    context.audit('comment.add', id, { item })
    return ok({})
  },
})
