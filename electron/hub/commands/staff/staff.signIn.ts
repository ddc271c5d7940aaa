import { ok } from '../../../../shared/domain/result.ts'
import { newId } from '../../../lib/system.ts'
import { sha256 } from '../../pipeline/keys.ts'
import { judgePin, pinMatches } from './pins.ts'
import { sessionToken, staffSessionLifetime } from '../../pipeline/sessions.ts'
import { defineCommand } from '../../pipeline/command.ts'

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
  run(run, { staff }, matches) {
    const { store, now, device, keys } = run
    const member = store.staff.find(staff)
    const verdict = judgePin(run, staff, matches && member !== undefined)
    if (!verdict.ok || !member) {
      run.activity('staff-pin-wrong', member?.name ?? '', store.devices.find(device.id)?.name ?? '')
      run.audit('staff.signIn', staff, { refused: verdict.ok ? 'pin-wrong' : verdict.error.code })
      return verdict as Exclude<typeof verdict, { ok: true }>
    }
    const id = newId(run.system)
    const secretHash = sha256(keys.sessionSecret(run.command))
    store.sessions.openStaff({
      id,
      staff,
      device: device.id,
      secretHash,
      expiresAt: now + staffSessionLifetime,
    })
    run.activity('staff-signed-in', member.name, store.devices.find(device.id)?.name ?? '')
    run.audit('staff.signIn', staff, { session: id })
    return ok({ session: id, name: member.name })
  },
  present: ({ session, name }, { parts, command }) => ({
    session: sessionToken(session, parts.keys.sessionSecret(command)),
    name,
  }),
})
