import { failure } from '../../../../shared/contract/errors.ts'
import { decideUnlock, deriveGrants } from '../../../../shared/domain/grants.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { loadPerson } from '../../pipeline/load-person.ts'
import { hostedDoor, unlockWithin } from './doors.ts'

/** A person asks for a door (R6.2). Errors: `door-unknown`, `door-unreachable`, those of `decideUnlock`. */
export const doorRequest = defineCommand('door.request', {
  run(context, { door: id }) {
    const person = loadPerson(context, context.account, context.now)
    if (!person) return failure('session-invalid')
    const door = hostedDoor(context, id)
    if (!door.ok) return door
    const place = context.place().facts
    const decided = decideUnlock(deriveGrants(person.facts, place), id, place.zone, context.now)
    if (!decided.ok) {
      context.activity('door-refused', person.profile.name, door.value.name, decided.error.code)
      context.audit('door.request', id, { refused: decided.error.code })
      return decided
    }
    const { id: grant, cause } = decided.value
    context.audit('door.request', id, { grant })
    const reason = `${cause.kind}: ${cause.label}`.slice(0, 300)
    const notAfter = context.now + unlockWithin
    return {
      unlock: {
        host: door.value.hostDevice,
        door: id,
        grant,
        reason,
        notAfter,
        by: { account: context.account },
      },
    }
  },
})
