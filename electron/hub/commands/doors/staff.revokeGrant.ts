import { failure } from '../../../../shared/contract/errors.ts'
import { deriveGrants } from '../../../../shared/domain/grants.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { loadPerson } from '../../pipeline/load-person.ts'
import { personChanged } from '../../projections/person.ts'

/**
 * Takes a grant away at once (I6). A day's booking stays: only its access ends. Errors: `grant-unknown`, `already-done`
 * when it was revoked before.
 */
export const staffRevokeGrant = defineCommand('staff.revokeGrant', {
  run(context, { grant: id, reason }) {
    const { store, now, staff } = context
    const record = store.grants.find(id)
    const person = record && loadPerson(context, record.account, now)
    const grant = person && deriveGrants(person.facts, context.place().facts).find((one) => one.id === id)
    if (!grant) return failure('grant-unknown')
    if (grant.revokedAt !== null) return failure('already-done')
    store.grants.revoke(id, grant.account, staff.id, now, reason)
    context.activity('grant-revoked', staff.name, person.profile.name, reason)
    context.audit('staff.revokeGrant', id, { reason })
    personChanged(context, grant.account)
    return ok({})
  },
})
