import { failure } from '../../../../shared/contract/errors.ts'
import { decideUnlock, deriveGrants } from '../../../../shared/domain/grants.ts'
import { hostedDoor, unlockWithin } from './doors.ts'
import { loadPerson } from '../../projections/person.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** A person asks for a door (R6.2). Errors: `door-unknown`, `door-unreachable`, those of `decideUnlock`. */
export const doorRequest = defineCommand('door.request', {
  run(run, { door: id }) {
    const person = loadPerson(run, run.account, run.now)
    if (!person) return failure('session-invalid')
    const door = hostedDoor(run, id)
    if (!door.ok) return door
    const place = run.place().facts
    const decided = decideUnlock(deriveGrants(person.facts, place), id, place.zone, run.now)
    if (!decided.ok) {
      run.activity('door-refused', person.profile.name, door.value.name, decided.error.code)
      run.audit('door.request', id, { refused: decided.error.code })
      return decided
    }
    const { id: grant, cause } = decided.value
    run.audit('door.request', id, { grant })
    const reason = `${cause.kind}: ${cause.label}`.slice(0, 300)
    const notAfter = run.now + unlockWithin
    return {
      unlock: {
        host: door.value.hostDevice,
        door: id,
        grant,
        reason,
        notAfter,
        by: { account: run.account },
      },
    }
  },
})
