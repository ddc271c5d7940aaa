import { ok } from '../../../../shared/domain/result.ts'
import { newId } from '../../../lib/system.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { sha256 } from '../../pipeline/keys.ts'
import { sessionToken, staffSessionLifetime } from '../../pipeline/sessions.ts'
import { judgePin, pinMatches } from './pins.ts'

interface Kept {
  session: string
  name: string
}

/** Staff sign in with a PIN (R8.5). Errors: `pin-wrong {left}`, `pin-locked {untilAt}`. */
export const staffSignIn = defineCommand<'staff.signIn', Kept, boolean>('staff.signIn', {
  async prepare({ store }, { staff, pin }) {
    const member = store.staff.find(staff)
    return member !== undefined && pinMatches(member.pinHash, pin)
  },
  run(context, { staff }, matches) {
    const { store, now, device, keys } = context
    const member = store.staff.find(staff)
    const verdict = judgePin(context, staff, matches && member !== undefined)
    if (!verdict.ok || !member) {
      context.activity('staff-pin-wrong', member?.name ?? '', store.devices.find(device.id)?.name ?? '')
      context.audit('staff.signIn', staff, { refused: verdict.ok ? 'pin-wrong' : verdict.error.code })
      return verdict as Exclude<typeof verdict, { ok: true }>
    }
    const id = newId(context.system)
    const secretHash = sha256(keys.sessionSecret(context.command))
    store.sessions.openStaff({
      id,
      staff,
      device: device.id,
      secretHash,
      expiresAt: now + staffSessionLifetime,
    })
    context.activity('staff-signed-in', member.name, store.devices.find(device.id)?.name ?? '')
    context.audit('staff.signIn', staff, { session: id })
    return ok({ session: id, name: member.name })
  },
  present: ({ session, name }, { deps, command }) => ({
    session: sessionToken(session, deps.keys.sessionSecret(command)),
    name,
  }),
})
