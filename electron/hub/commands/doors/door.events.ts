import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import type { Activity } from '../../pipeline/change-set.ts'
import type { CommandRun } from '../../pipeline/context.ts'
import type { DoorEvent } from '../../store/doors.ts'
import { defineCommand } from '../../pipeline/command.ts'

const happenings: Record<DoorEvent['kind'], Activity['what']> = {
  unlocked: 'door-opened',
  granted: 'door-opened',
  denied: 'door-denied',
  forced: 'door-forced',
  'held-open': 'door-held',
  tamper: 'door-tamper',
  gap: 'door-event-gap',
}

/**
 * What a door's controller reported, each event once and in its order (R6.4, I8). Errors: `door-unknown`; `not-allowed`
 * from a device that does not host the door.
 */
export const doorEvents = defineCommand('door.events', {
  run(run, { door: id, events }) {
    const door = run.place().doors.get(id)
    if (!door) return failure('door-unknown')
    if (door.hostDevice !== run.device.id) return failure('not-allowed')
    for (const event of events) {
      if (!run.store.doors.addEvent(id, event)) continue
      const { who, why } = causeOf(run, event)
      run.activity(happenings[event.kind], who, door.name, why, event.at)
      run.audit(`door.${event.kind}`, id, event)
    }
    return ok({})
  },
})

/** Who: the owner of the grant, whose id alone is no reason that anybody could read. Staff open without one; then the reason begins with their name (staff.openDoor). */
function causeOf(run: CommandRun, { grant, reason }: DoorEvent): { who: string; why: string } {
  const record = grant === null ? undefined : run.store.grants.find(grant)
  if (record) {
    const who = run.store.people.profile(record.account)?.name ?? ''
    return { who, why: reason === record.id ? '' : reason }
  }
  const [who, ...why] = reason.split(': ')
  return why.length > 0 ? { who: who ?? '', why: why.join(': ') } : { who: '', why: reason }
}
