import type { Screen } from '../../../shared/contract/kiosk-view.ts'
import { passesLeft } from '../../../shared/domain/passes.ts'
import type { FlowContext } from './events.ts'
import { factsOf } from './person.ts'
import type { FlowScreen, SignedIn } from './state.ts'
import { todayOf } from './steps.ts'

type Of<S extends { name: string }> = Extract<S, { name: 'account' }>

/** Everything that somebody has here, soonest first (R3.4, R10.3). */
export function accountScreen(
  signedIn: SignedIn,
  { error, paying }: Of<FlowScreen>,
  context: FlowContext,
): Of<Screen> {
  const { now, catalogue } = context
  const { profile, orders, requests, billing } = signedIn.person
  const facts = factsOf(signedIn)
  const labels = new Map(catalogue.desks().map(({ id, label }) => [id, label]))
  const coming = <T extends { from: number; until: number }>(list: readonly T[]): T[] =>
    list.filter(({ until }) => until > now).toSorted((a, b) => a.from - b.from)
  return {
    name: 'account',
    profile,
    error,
    passesLeft: passesLeft(facts.passes, todayOf(context)),
    plans: facts.subscriptions.map(({ id, plan, startsOn, endsOn, renewsOn }) => ({
      id,
      name: plan.name,
      startsOn,
      endsOn,
      renewsOn,
    })),
    bookings: coming(facts.bookings.filter(({ cancelled }) => !cancelled)).map(({ id, item, date }) => ({
      id,
      deskLabel: labels.get(item) ?? item,
      date,
    })),
    reservations: coming(facts.reservations).map(({ id, itemName: name, from, until }) => ({
      id,
      name,
      from,
      until,
      mayCancel: now < from,
    })),
    eventPlaces: coming(facts.eventPlaces).map(({ id, eventName: name, from, until }) => ({
      id,
      name,
      from,
      until,
      mayCancel: now < from,
    })),
    orders,
    requests,
    billing,
    paying: paying?.url ?? null,
  }
}
