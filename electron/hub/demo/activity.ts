import offers from '../../../resources/demo/offers.json' with { type: 'json' }
import { atLocal, localDateOf } from '../../../shared/domain/time.ts'
import { newId } from '../../lib/system.ts'
import type { JobContext } from '../pipeline/context.ts'
import { itemChanged } from '../projections/occupancy.ts'

const device = 'demo'
const hour = 3_600_000

/** Somebody has a room today, comes to an event, says something: what a house looks like that people work in. */
export function putDemoActivity(context: JobContext): void {
  for (const reservation of offers.reservations) reserveToday(context, reservation)
  for (const { event, members } of offers.eventPlaces)
    for (const member of members) takePlace(context, event, member)
  for (const comment of offers.comments) sayOnce(context, comment)
}

/** What is known, and not retired by a settings file with offers of its own. */
function isThere({ store }: JobContext, item: string, member: string): boolean {
  return store.items.item(item) !== undefined && store.people.profile(member) !== undefined
}

function reserveToday(
  context: JobContext,
  { item, member, ...times }: (typeof offers.reservations)[number],
): void {
  const { zone } = context.place().facts
  const date = localDateOf(context.now, zone)
  const [from, until] = [atLocal(date, times.from, zone), atLocal(date, times.until, zone)]
  const { reservations } = context.store
  if (
    !isThere(context, item, member) ||
    until <= context.now ||
    reservations.held(item, from, until).length > 0
  )
    return
  const id = newId(context.system)
  const made = { id, account: member, item, date, from, until, covered: 0, order: null }
  reservations.add({ ...made, madeAt: context.now, device })
}

function takePlace(context: JobContext, event: string, member: string): void {
  const { eventPlaces } = context.store
  if (!isThere(context, event, member) || eventPlaces.has(event, member)) return
  eventPlaces.add({
    id: newId(context.system),
    account: member,
    event,
    order: null,
    madeAt: context.now,
    device,
  })
  itemChanged(context, event)
}

function sayOnce(
  context: JobContext,
  { id, item, member, hoursAgo, text }: (typeof offers.comments)[number],
): void {
  const { comments } = context.store
  if (!isThere(context, item, member) || comments.find(id)) return
  comments.add({ id, account: member, item, text, at: context.now - hoursAgo * hour })
}
