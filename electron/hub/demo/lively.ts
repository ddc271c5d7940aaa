import offers from '../../../resources/demo/offers.json' with { type: 'json' }
import { atLocal, localDateOf } from '../../../shared/domain/time.ts'
import { newId } from '../../lib/system.ts'
import { itemChanged } from '../projections/occupancy.ts'
import type { Run } from '../pipeline/context.ts'

const device = 'demo'
const hour = 3_600_000

/** Somebody has a room today, comes to an event, says something: what a house looks like that people work in. */
export function bringToLife(run: Run): void {
  for (const reservation of offers.reservations) reserveToday(run, reservation)
  for (const { event, members } of offers.eventPlaces)
    for (const member of members) takePlace(run, event, member)
  for (const comment of offers.comments) sayOnce(run, comment)
}

/** What is known, and not retired by a settings file with offers of its own. */
function isThere({ store }: Run, item: string, member: string): boolean {
  return store.items.item(item) !== undefined && store.people.profile(member) !== undefined
}

function reserveToday(run: Run, { item, member, ...times }: (typeof offers.reservations)[number]): void {
  const { zone } = run.place().facts
  const date = localDateOf(run.now, zone)
  const [from, until] = [atLocal(date, times.from, zone), atLocal(date, times.until, zone)]
  const { reservations } = run.store
  if (!isThere(run, item, member) || until <= run.now || reservations.held(item, from, until).length > 0)
    return
  const id = newId(run.system)
  const made = { id, account: member, item, date, from, until, covered: 0, order: null }
  reservations.add({ ...made, madeAt: run.now, device })
}

function takePlace(run: Run, event: string, member: string): void {
  const { eventPlaces } = run.store
  if (!isThere(run, event, member) || eventPlaces.has(event, member)) return
  eventPlaces.add({ id: newId(run.system), account: member, event, order: null, madeAt: run.now, device })
  itemChanged(run, event)
}

function sayOnce(run: Run, { id, item, member, hoursAgo, text }: (typeof offers.comments)[number]): void {
  const { comments } = run.store
  if (!isThere(run, item, member) || comments.find(id)) return
  comments.add({ id, account: member, item, text, at: run.now - hoursAgo * hour })
}
