import { ok } from '../../../../shared/domain/result.ts'
import { withinRate } from '../identity/codes.ts'
import { markActivated } from '../invitations/invitations.ts'
import { readPass } from './shown-pass.ts'
import { type OpenedSession, openSession, presentSession } from '../identity/sign-in.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** How many passes that are none a kiosk takes within an hour, whatever else people hold before its camera. */
export const wrongPassesPerHour = 120

/** Somebody shows a pass at the kiosk and is known (R7.1, R7.2). Errors: `rate-limited {untilAt}`, those of `readPass`. */
export const passPresent = defineCommand<'pass.present', OpenedSession>('pass.present', {
  run(run, { text }) {
    const { store, device } = run
    const subject = `device:${device.id}`
    const allowed = withinRate(run, 'pass', [[subject, wrongPassesPerHour]])
    if (!allowed.ok) return allowed
    const shown = readPass(run, text)
    if (!shown.ok) {
      if (shown.error.code === 'pass-invalid') store.codes.addWrongTry('pass', subject, run.now)
      return shown
    }
    const { account, kind } = shown.value
    markActivated(run, account)
    const opened = openSession(run, account)
    const who = store.people.profile(account)?.name ?? ''
    run.activity('pass-shown', who, store.devices.find(device.id)?.name ?? '')
    run.audit('pass.present', account, { kind, session: opened.session })
    return ok(opened)
  },
  present: presentSession,
})
