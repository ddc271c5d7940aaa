import { isFree } from '../../../shared/domain/desks.ts'
import type { LocalDate } from '../../../shared/domain/ids.ts'
import { liveBooking } from '../../../shared/domain/live.ts'
import { addDays, atLocal, localDateOf, openWindow } from '../../../shared/domain/time.ts'
import { newId } from '../../lib/system.ts'
import { loadPerson, personChanged } from '../projections/person.ts'
import type { Run } from '../pipeline/context.ts'
import { type DemoMember, demoPeople } from './data.ts'
import { bringToLife } from './lively.ts'
import { demoTerm } from './plans.ts'

/** Keeps true what depends on today's date: who starts tomorrow starts tomorrow again, and some desks are taken. */
export function refreshDemo(run: Run): void {
  bringToLife(run)
  for (const member of demoPeople.members) {
    startLater(run, member)
    takeDesk(run, member)
    if (run.store.people.profile(member.id)) personChanged(run, member.id)
  }
}

function startLater(run: Run, { subscription }: DemoMember): void {
  if (!subscription || subscription.startsIn <= 0) return
  const today = localDateOf(run.now, run.place().facts.zone)
  const startsOn = run.store.entitlements.startOf(subscription.id)
  if (startsOn !== undefined && startsOn <= today) moveStart(run, subscription, today)
}

function moveStart(
  run: Run,
  { id, plan, startsIn }: NonNullable<DemoMember['subscription']>,
  today: LocalDate,
): void {
  const { currency } = run.place().facts.singleDay
  const { startsOn, renewsOn } = demoTerm(plan, addDays(today, startsIn), today, currency)
  run.store.entitlements.setStart(id, startsOn, renewsOn)
}

function takeDesk(run: Run, { id: account, deskToday }: DemoMember): void {
  const { facts, desks } = run.place()
  const desk = desks.find(({ label, bookable }) => label === deskToday && bookable)
  const person = desk && loadPerson(run, account, run.now)
  const date = localDateOf(run.now, facts.zone)
  const open = openWindow(date, facts.openingHours, facts.zone)
  if (!person || !open || liveBooking(person.facts.bookings, date, run.now)) return
  const from = Math.max(open.from, run.now)
  const until = Math.min(open.until, atLocal(date, facts.dayEnd, facts.zone))
  if (from >= until || !isFree(desk.id, from, until, run.store.bookings.held(desk.id, from, until))) return
  const booking = { id: newId(run.system), account, item: desk.id, date, from, until }
  run.store.bookings.add({ ...booking, madeAt: run.now, device: 'demo' })
}
