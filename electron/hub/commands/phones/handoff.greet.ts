import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { handoffLifetime, openHandoff } from './handoff.ts'
import { loadPerson } from '../../projections/person.ts'
import type { PersonRun } from '../../pipeline/context.ts'
import { sessionLifetime, sessionToken } from '../../pipeline/sessions.ts'
import { openSession } from '../identity/sign-in.ts'
import type { HandoffRecord } from '../../store/handoffs.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** The kiosk greets whoever signed in on their phone, with a session of its own (R7.4). Error: `handoff-over`. */
export const handoffGreet = defineCommand('handoff.greet', {
  run(run, { token }) {
    const opened = openHandoff(run, token)
    if (!opened.ok) return opened
    if (isBusy(run, opened.value)) return failure('handoff-over')
    const person = loadPerson(run, run.account, run.now)
    if (!person) return failure('session-invalid')
    const { id, device, kiosk } = opened.value
    run.store.handoffs.use(id, run.now)
    // Another secret than that of any answer to this phone.
    const seed = `greet|${run.command}`
    const { session } = openSession(run, run.account, { device, lifetime: sessionLifetime.kiosk, seed })
    run.effects.push({
      kind: 'greeted',
      device,
      handoff: id,
      session: sessionToken(session, run.keys.sessionSecret(seed)),
      person,
    })
    run.activity('signed-in', person.profile.name || person.profile.email, kiosk)
    run.audit('handoff.greet', run.account, { handoff: id, session })
    return ok({})
  },
})

/**
 * Somebody signed in at the kiosk since it showed the link: they must not find themselves in another's account. A session
 * from before is one that the kiosk has forgotten.
 */
function isBusy({ store, now }: PersonRun, { device, expiresAt }: HandoffRecord): boolean {
  const session = store.sessions.openOn(device)
  return session !== undefined && now < session.expiresAt && session.openedAt >= expiresAt - handoffLifetime
}
