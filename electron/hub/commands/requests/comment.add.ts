import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { visibleItem } from '../../projections/offers.ts'
import { loadPerson } from '../../projections/person.ts'
import { defineCommand } from '../../pipeline/command.ts'

/**
 * A comment on a post. No terms are asked for (R3.1). Error: `item-unknown`, also for what this person may not see
 * (R1.2) and for what is no post.
 */
export const commentAdd = defineCommand('comment.add', {
  run(run, { comment: id, item, text }) {
    const { store, account, now } = run
    const made = store.comments.find(id)
    if (made && made.account !== account) return failure('invalid-input', { field: 'comment' })
    if (made) return ok({})
    const person = loadPerson(run, account, now)
    if (!person) return failure('session-invalid')
    const row = visibleItem(run, item, person.facts)?.row
    if (row?.kind !== 'feed') return failure('item-unknown')
    store.comments.add({ id, account, item, text, at: now })
    const { name, email } = person.profile
    run.activity('commented', name || email, row.name)
    run.audit('comment.add', id, { item })
    return ok({})
  },
})
