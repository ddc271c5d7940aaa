import { defineCommand } from '../../pipeline/command.ts'
import { hostedDoor, unlockWithin } from './doors.ts'

/** Staff open a door (R8.2). Errors: `door-unknown`, `door-unreachable`. */
export const staffOpenDoor = defineCommand('staff.openDoor', {
  run(context, { door: id, reason }) {
    const door = hostedDoor(context, id)
    if (!door.ok) return door
    context.audit('staff.openDoor', id, { reason })
    const { id: staff, name } = context.staff
    return {
      unlock: {
        host: door.value.hostDevice,
        door: id,
        grant: null,
        // door.events reads the name off again.
        reason: `${name}: ${reason}`.slice(0, 300),
        notAfter: context.now + unlockWithin,
        by: { staff },
      },
    }
  },
})
