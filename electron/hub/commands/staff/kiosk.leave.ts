import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { judgePin, pinMatches } from './pins.ts'

type Whose = { id: string; name: string } | null

/** Staff leave the kiosk with their PIN (R10.4). Counted per kiosk. Errors: `pin-wrong {left}`, `pin-locked {untilAt}`. */
export const kioskLeave = defineCommand<'kiosk.leave', { name: string }, Whose>('kiosk.leave', {
  async prepare({ store }, { pin }) {
    for (const { id, name, pinHash } of store.staff.active()) {
      if (await pinMatches(pinHash, pin)) return { id, name }
    }
    return null
  },
  run(context, _payload, whose) {
    const { id } = context.device
    const kiosk = context.store.devices.find(id)?.name ?? ''
    const verdict = judgePin(context, `device:${id}`, whose !== null)
    if (!verdict.ok) {
      context.activity('staff-pin-wrong', '', kiosk)
      context.audit('kiosk.leave', id, { refused: verdict.error.code })
      return verdict
    }
    const { id: staff = '', name = '' } = whose ?? {}
    context.activity('kiosk-left', name, kiosk)
    context.audit('kiosk.leave', id, { staff })
    return ok({ name })
  },
})
