import { hostedDoor, unlockWithin } from './doors.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** Staff open a door (R8.2). Errors: `door-unknown`, `door-unreachable`. */
export const staffOpenDoor = defineCommand('staff.openDoor', {
  run(run, { door: id, reason }) {
    const door = hostedDoor(run, id)
    if (!door.ok) return door
    run.audit('staff.openDoor', id, { reason })
    const { id: staff, name } = run.staff
    return {
      unlock: {
        host: door.value.hostDevice,
        door: id,
        grant: null,
        // door.events reads the name off again.
        reason: `${name}: ${reason}`.slice(0, 300),
        notAfter: run.now + unlockWithin,
        by: { staff },
      },
    }
  },
})
