import { failure } from '../../../../shared/contract/errors.ts'
import { deriveGrants } from '../../../../shared/domain/grants.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { loadPerson, personChanged } from '../../projections/person.ts'
import { defineCommand } from '../../pipeline/command.ts'

/**
 * Takes a grant away at once (I6). A day's booking stays: only its access ends. Errors: `grant-unknown`, `already-done`
 * when it was revoked before.
 */
export const staffRevokeGrant = defineCommand('staff.revokeGrant', {
  run(run, { grant: id, reason }) {
    const { store, now, staff } = run
    const record = store.grants.find(id)
    const person = record && loadPerson(run, record.account, now)
    const grant = person && deriveGrants(person.facts, run.place().facts).find((one) => one.id === id)
    if (!grant) return failure('grant-unknown')
    if (grant.revokedAt !== null) return failure('already-done')
    store.grants.revoke(id, grant.account, staff.id, now, reason)
    run.activity('grant-revoked', staff.name, person.profile.name, reason)
    run.audit('staff.revokeGrant', id, { reason })
    personChanged(run, grant.account)
    return ok({})
  },
})
