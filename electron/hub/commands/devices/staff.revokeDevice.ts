import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { projectDevice } from './devices.ts'
import { assignHosts } from '../doors/hosts.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** Cuts a device off at once; it wipes itself at the next contact (R10.2). Errors: `device-unknown`, `already-done`. */
export const staffRevokeDevice = defineCommand('staff.revokeDevice', {
  run(run, { device: id, reason }) {
    const { store, now, staff } = run
    const device = store.devices.find(id)
    if (!device) return failure('device-unknown')
    if (device.revokedAt !== null) return failure('already-done')
    store.devices.revoke(id, now)
    const open = store.sessions.openOn(id)
    if (open) store.sessions.end(open.id, now)
    store.sessions.endStaffOn(id, now)
    projectDevice(run, { ...device, revokedAt: now, online: false })
    run.activity('kiosk-revoked', staff.name, device.name, reason)
    run.audit('staff.revokeDevice', id, { reason })
    run.effects.push({ kind: 'device-revoked', device: id })
    assignHosts(run)
    return ok({})
  },
})
