import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import type { Activity } from '../../pipeline/change-set.ts'
import { defineCommand } from '../../pipeline/command.ts'
import type { CommandContext } from '../../pipeline/context.ts'
import type { DoorEvent } from '../../store/doors.ts'

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
  run(context, { door: id, events }) {
    const door = context.place().doors.get(id)
    if (!door) return failure('door-unknown')
    if (door.hostDevice !== context.device.id) return failure('not-allowed')
    for (const event of events) {
      if (!context.store.doors.addEvent(id, event)) continue
      const { who, why } = causeOf(context, event)
      context.activity(happenings[event.kind], who, door.name, why, event.at)
      context.audit(`door.${event.kind}`, id, event)
    }
    return ok({})
  },
})

/** Who: the owner of the grant, whose id alone is no reason that anybody could read. Staff open without one; then the reason begins with their name (staff.openDoor). */
function causeOf(context: CommandContext, { grant, reason }: DoorEvent): { who: string; why: string } {
  const record = grant === null ? undefined : context.store.grants.find(grant)
  if (record) {
    const who = context.store.people.profile(record.account)?.name ?? ''
    return { who, why: reason === record.id ? '' : reason }
  }
  const [who, ...why] = reason.split(': ')
  return why.length > 0 ? { who: who ?? '', why: why.join(': ') } : { who: '', why: reason }
}
