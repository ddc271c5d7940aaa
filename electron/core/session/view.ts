import type { KioskView, Screen, ShellSlice } from '../../../shared/contract/kiosk-view.ts'
import { arrivalOf } from '../../../shared/domain/arrival.ts'
import { liveBooking } from '../../../shared/domain/live.ts'
import { asksForProfile } from './banner.ts'
import { priceOf } from './deed.ts'
import { deskStates, payOptions } from './desks-now.ts'
import type { World } from './events.ts'
import { nextFreeOn } from './next-free.ts'
import { factsIn, firstNameOf, initialsOf } from './person.ts'
import { seenBy } from './seen.ts'
import { type Doors, type FlowState, initialState, type SignedIn } from './state.ts'
import { dateOf, daysOf, languageOf, todayOf } from './steps.ts'
import { accountScreen } from './view-account.ts'
import { itemScreen, orderedScreen, withPicture } from './view-item.ts'

/** What the page shows, made from the flow's state and what is in the catalogue right now. Pure. */
export function kioskView(state: FlowState, anybody: World, windowed: boolean): KioskView {
  const world = seenBy(state, anybody)
  return {
    shell: shellOf(state, world, windowed),
    catalogue: catalogueOf(state, world),
    screen: screenOf(state, world),
  }
}

/**
 * The home screen of a kiosk that has just started, with nobody there and the hub not yet reached. Made from a state in which
 * nobody ever signed in, so nothing of a person can be in it (I7). Without items and terms: the home screen shows none.
 */
export function homeOf(anybody: World, windowed: boolean): KioskView {
  const nobody: FlowState = { ...initialState, screen: { name: 'home' } }
  const view = kioskView(nobody, { ...anybody, link: 'connecting', handoff: null }, windowed)
  const { nextFree: _, ...catalogue } = view.catalogue
  return { ...view, catalogue: { ...catalogue, items: [], terms: null } }
}

function shellOf(state: FlowState, world: World, windowed: boolean): ShellSlice {
  const { signedIn, idle, waiting, notice } = state
  return {
    link: world.link,
    language: languageOf(state, world),
    location: world.catalogue.location(),
    person: signedIn && {
      initials: initialsOf(signedIn.person),
      firstName: firstNameOf(signedIn.person),
      photo: photoOf(signedIn),
    },
    banner: state.screen.name === 'home' && signedIn !== null && asksForProfile(signedIn),
    handoff: world.link === 'online' ? (world.handoff?.url ?? null) : null,
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
    items: catalogue.items().map((item) => withPicture(item, world)),
    ...nextFreeOn(state, world),
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
      const why = { kind: kind === 'subscription' || kind === 'assignment' ? kind : 'staff', label } as const
      return {
        name: 'welcome',
        firstName,
        why,
        until: screen.grant.until,
        doors: doorsOf(screen.doors, world),
      }
    }
    case 'account':
      return signedIn ? accountScreen(signedIn, screen, world) : { name: 'home' }
    case 'item':
      return itemScreen(state, screen, world)
    case 'ordered':
      return orderedScreen(state, screen, world)
    case 'billing': {
      const price = state.pending && priceOf(state.pending)
      const billing = screen.typed ?? signedIn?.person.billing ?? null
      return { name: 'billing', billing, price, error: screen.error }
    }
    case 'phone':
      return { name: 'phone', step: screen.step }
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

function doorsOf(progress: Doors, world: World) {
  const doors = world.catalogue.location()?.doors ?? []
  return doors.map(({ id, name }) => ({ id, name, progress: progress[id] ?? 'idle' }))
}

/** The photo that the profile names, once it is here. */
function photoOf({ photo, person }: SignedIn): string | null {
  return photo !== null && photo.hash === person.profile.photo ? photo.image : null
}
