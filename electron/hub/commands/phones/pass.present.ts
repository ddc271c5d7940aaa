import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { withinRate } from '../identity/codes.ts'
import { type OpenedSession, presentSession, signIn } from '../identity/sign-in.ts'
import { readPass } from './shown-pass.ts'

/** How many passes that are none a kiosk takes within an hour, whatever else people hold before its camera. */
export const wrongPassesPerHour = 120

/** Somebody shows a pass at the kiosk and is known (R7.1, R7.2). Errors: `rate-limited {untilAt}`, those of `readPass`. */
export const passPresent = defineCommand<'pass.present', OpenedSession>('pass.present', {
  run(context, { text }) {
    const { store, device } = context
    const subject = `device:${device.id}`
    const allowed = withinRate(context, 'pass', [[subject, wrongPassesPerHour]])
    if (!allowed.ok) return allowed
    const shown = readPass(context, text)
    if (!shown.ok) {
      if (shown.error.code === 'pass-invalid') store.codes.addWrongTry('pass', subject, context.now)
      return shown
    }
    const { account, kind } = shown.value
    const opened = signIn(context, account)
    const who = store.people.profile(account)?.name ?? ''
    context.activity('pass-shown', who, store.devices.find(device.id)?.name ?? '')
    context.audit('pass.present', account, { kind, session: opened.session })
    return ok(opened)
  },
  present: presentSession,
})
