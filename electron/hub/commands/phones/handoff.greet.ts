import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import type { PersonContext } from '../../pipeline/context.ts'
import { loadPerson } from '../../pipeline/load-person.ts'
import { sessionLifetime, sessionToken } from '../../pipeline/sessions.ts'
import type { HandoffRecord } from '../../store/handoffs.ts'
import { openSession } from '../identity/sign-in.ts'
import { handoffLifetime, openHandoff } from './handoff.ts'

/** The kiosk greets whoever signed in on their phone, with a session of its own (R7.4). Error: `handoff-over`. */
export const handoffGreet = defineCommand('handoff.greet', {
  run(context, { token }) {
    const opened = openHandoff(context, token)
    if (!opened.ok) return opened
    if (isBusy(context, opened.value)) return failure('handoff-over')
    const person = loadPerson(context, context.account, context.now)
    if (!person) return failure('session-invalid')
    const { id, device, kiosk } = opened.value
    context.store.handoffs.use(id, context.now)
    // Another secret than that of any answer to this phone.
    const seed = `greet|${context.command}`
    const { session } = openSession(context, context.account, {
      device,
      lifetime: sessionLifetime.kiosk,
      seed,
    })
    context.effects.push({
      kind: 'greeted',
      device,
      handoff: id,
      session: sessionToken(session, context.keys.sessionSecret(seed)),
      person,
    })
    context.activity('signed-in', person.profile.name || person.profile.email, kiosk)
    context.audit('handoff.greet', context.account, { handoff: id, session })
    return ok({})
  },
})

/**
 * Somebody signed in at the kiosk since it showed the link: they must not find themselves in another's account. A session
 * from before is one that the kiosk has forgotten.
 */
function isBusy({ store, now }: PersonContext, { device, expiresAt }: HandoffRecord): boolean {
  const session = store.sessions.openOn(device)
  return session !== undefined && now < session.expiresAt && session.openedAt >= expiresAt - handoffLifetime
}
