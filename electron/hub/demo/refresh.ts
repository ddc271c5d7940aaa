import { isFree } from '../../../shared/domain/desks.ts'
import type { LocalDate } from '../../../shared/domain/ids.ts'
import { liveBooking } from '../../../shared/domain/live.ts'
import { addDays, atLocal, localDateOf, openWindow } from '../../../shared/domain/time.ts'
import { newId } from '../../lib/system.ts'
import type { JobContext } from '../pipeline/context.ts'
import { loadPerson } from '../pipeline/load-person.ts'
import { personChanged } from '../projections/person.ts'
import { putDemoActivity } from './activity.ts'
import { type DemoMember, demoPeople } from './data.ts'
import { demoTerm } from './plans.ts'

/** Keeps true what depends on today's date: who starts tomorrow starts tomorrow again, and some desks are taken. */
export function refreshDemo(context: JobContext): void {
  putDemoActivity(context)
  for (const member of demoPeople.members) {
    startLater(context, member)
    takeDesk(context, member)
    if (context.store.people.profile(member.id)) personChanged(context, member.id)
  }
}

function startLater(context: JobContext, { subscription }: DemoMember): void {
  if (!subscription || subscription.startsIn <= 0) return
  const today = localDateOf(context.now, context.place().facts.zone)
  const startsOn = context.store.entitlements.startOf(subscription.id)
  if (startsOn !== undefined && startsOn <= today) moveStart(context, subscription, today)
}

function moveStart(
  context: JobContext,
  { id, plan, startsIn }: NonNullable<DemoMember['subscription']>,
  today: LocalDate,
): void {
  const { currency } = context.place().facts.singleDay
  const { startsOn, renewsOn } = demoTerm(plan, addDays(today, startsIn), today, currency)
  context.store.entitlements.setStart(id, startsOn, renewsOn)
}

function takeDesk(context: JobContext, { id: account, deskToday }: DemoMember): void {
  const { facts, desks } = context.place()
  const desk = desks.find(({ label, bookable }) => label === deskToday && bookable)
  const person = desk && loadPerson(context, account, context.now)
  const date = localDateOf(context.now, facts.zone)
  const open = openWindow(date, facts.openingHours, facts.zone)
  if (!person || !open || liveBooking(person.facts.bookings, date, context.now)) return
  const from = Math.max(open.from, context.now)
  const until = Math.min(open.until, atLocal(date, facts.dayEnd, facts.zone))
  if (from >= until || !isFree(desk.id, from, until, context.store.bookings.held(desk.id, from, until)))
    return
  const { location } = context
  const booking = { id: newId(context.system), account, location, item: desk.id, date, from, until }
  context.store.bookings.add({ ...booking, madeAt: context.now, device: 'demo' })
}
