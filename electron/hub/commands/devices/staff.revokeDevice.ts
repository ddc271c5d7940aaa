import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { projectDevice } from '../../projections/reception.ts'
import { assignHosts } from '../doors/hosts.ts'

/** Cuts a device off at once; it wipes itself at the next contact (R10.2). Errors: `device-unknown`, `already-done`. */
export const staffRevokeDevice = defineCommand('staff.revokeDevice', {
  run(context, { device: id, reason }) {
    const { store, now, staff } = context
    const device = store.devices.find(id)
    if (!device) return failure('device-unknown')
    if (device.revokedAt !== null) return failure('already-done')
    store.devices.revoke(id, now)
    const open = store.sessions.openOn(id)
    if (open) store.sessions.end(open.id, now)
    store.sessions.endStaffOn(id, now)
    projectDevice(context, { ...device, revokedAt: now, online: false })
    context.activity('kiosk-revoked', staff.name, device.name, reason)
    context.audit('staff.revokeDevice', id, { reason })
    context.effects.push({ kind: 'device-revoked', device: id })
    assignHosts(context)
    return ok({})
  },
})
