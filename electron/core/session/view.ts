import type { KioskView, Screen, ShellSlice } from '../../../shared/contract/view.ts'
import { arrivalOf } from '../../../shared/domain/arrival.ts'
import type { PersonFacts } from '../../../shared/domain/facts.ts'
import { liveBooking } from '../../../shared/domain/live.ts'
import { passesLeft } from '../../../shared/domain/passes.ts'
import { deskStates, payOptions } from './desks-now.ts'
import type { World } from './events.ts'
import { factsOf, firstNameOf, initialsOf } from './person.ts'
import type { Doors, FlowState } from './state.ts'
import { dateOf, daysOf, languageOf, todayOf } from './steps.ts'

/** What the page shows, made from the flow's state and what is in the catalogue right now. Pure. */
export function kioskView(state: FlowState, world: World, windowed: boolean): KioskView {
  return {
    shell: shellOf(state, world, windowed),
    catalogue: catalogueOf(state, world),
    screen: screenOf(state, world),
  }
}

function shellOf(state: FlowState, world: World, windowed: boolean): ShellSlice {
  const { signedIn, idle, waiting, notice } = state
  return {
    link: world.link,
    language: languageOf(state, world),
    location: world.catalogue.location(),
    person: signedIn && { initials: initialsOf(signedIn.person), firstName: firstNameOf(signedIn.person) },
    idle,
    waiting,
    notice,
    windowed,
  }
}

function catalogueOf(state: FlowState, world: World): KioskView['catalogue'] {
  const { catalogue, now } = world
  const [today, date] = [todayOf(world), dateOf(state, world)]
  const place = catalogue.place()
  const facts = factsIn(state)
  const on = (day: string) =>
    place ? deskStates(catalogue.desks(), catalogue.occupancies(day), place, facts, day, now) : []
  const desks = on(date)
  const ofToday = date === today ? desks : on(today)
  return {
    date,
    today,
    desks,
    freeToday: ofToday.filter((desk) => desk.state === 'free').length,
    items: catalogue.items(),
    terms: catalogue.terms(),
  }
}

function screenOf(state: FlowState, world: World): Screen {
  const { screen, signedIn } = state
  const firstName = signedIn ? firstNameOf(signedIn.person) : ''
  switch (screen.name) {
    case 'desks':
      return { ...screen, ...desksExtras(state, world) }
    case 'email':
      return { ...screen, purpose: state.purpose }
    case 'code': {
      const { sent } = state
      const since = screen.lockedUntil ?? 0
      const { resendAt, expiresAt, sentAt } = sent ?? { resendAt: since, expiresAt: since, sentAt: since }
      const mail = { status: sent?.status ?? 'queued', detail: sent?.detail ?? '' } as const
      return { ...screen, resendAt, expiresAt, sentAt, mail }
    }
    case 'terms':
      return { ...screen, version: world.catalogue.location()?.termsVersion ?? 0 }
    case 'done': {
      const { request: _, doors, ...rest } = screen
      const today = screen.booking.date === todayOf(world)
      return { ...rest, today, firstName, doors: doorsOf(doors, world) }
    }
    case 'welcome': {
      const { kind, label } = screen.grant.cause
      const why = { kind: kind === 'day-booking' ? 'staff' : kind, label } as const
      return {
        name: 'welcome',
        firstName,
        why,
        until: screen.grant.until,
        doors: doorsOf(screen.doors, world),
      }
    }
    case 'account':
      return signedIn
        ? { ...screen, ...accountExtras(state, world), profile: signedIn.person.profile }
        : { name: 'home' }
    default:
      return screen
  }
}

function desksExtras(state: FlowState, world: World) {
  const { catalogue, now } = world
  const place = catalogue.place()
  const facts = factsIn(state)
  const date = dateOf(state, world)
  const arrival = facts && place ? arrivalOf(facts, place, now) : null
  const later = arrival?.kind === 'choose' ? arrival.startsLater : null
  return {
    pay: payOptions(place, facts, date, now),
    startsLater: later && { plan: later.plan.name, on: later.startsOn },
    days: daysOf(state, world),
    moving: facts !== null && liveBooking(facts.bookings, date, now) !== null,
  }
}

function accountExtras(state: FlowState, world: World) {
  const facts = factsIn(state)
  const today = todayOf(world)
  const labels = new Map(world.catalogue.desks().map(({ id, label }) => [id, label]))
  return {
    passesLeft: facts ? passesLeft(facts.passes, today) : 0,
    plans: (facts?.subscriptions ?? []).map(({ plan, startsOn, endsOn }) => ({
      name: plan.name,
      startsOn,
      endsOn,
    })),
    bookings: (facts?.bookings ?? [])
      .filter((one) => !one.cancelled && one.until > world.now)
      .toSorted((a, b) => a.from - b.from)
      .map(({ id, item, date }) => ({ id, deskLabel: labels.get(item) ?? item, date })),
  }
}

function doorsOf(progress: Doors, world: World) {
  const doors = world.catalogue.location()?.doors ?? []
  return doors.map(({ id, name }) => ({ id, name, progress: progress[id] ?? 'idle' }))
}

function factsIn(state: FlowState): PersonFacts | null {
  return state.signedIn && factsOf(state.signedIn)
}
