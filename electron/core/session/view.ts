import type { KioskView, Screen, ShellSlice } from '../../../shared/contract/kiosk-view.ts'
import { arrivalOf } from '../../../shared/domain/arrival.ts'
import { liveBooking } from '../../../shared/domain/live.ts'
import { asksForProfile } from './banner.ts'
import { deskStates, payOptions } from './desks-now.ts'
import type { FlowContext } from './events.ts'
import { nextFreeOn } from './next-free.ts'
import { factsIn, firstNameOf, initialsOf } from './person.ts'
import { priceOf } from './request.ts'
import { type Doors, type FlowState, initialState, type SignedIn } from './state.ts'
import { dateOf, daysOf, languageOf, seenBy, todayOf } from './steps.ts'
import { accountScreen } from './view-account.ts'
import { itemScreen, orderedScreen, withPicture } from './view-item.ts'

/** What the page shows, made from the flow's state and what is in the catalogue right now. Pure. */
export function kioskView(state: FlowState, anybody: FlowContext, windowed: boolean): KioskView {
  const context = seenBy(state, anybody)
  return {
    shell: shellOf(state, context, windowed),
    catalogue: catalogueOf(state, context),
    screen: screenOf(state, context),
  }
}

/**
 * The home screen of a kiosk that has just started, with nobody there and the hub not yet reached. Made from a state in which
 * nobody ever signed in, so nothing of a person can be in it (I7). Without items and terms: the home screen shows none.
 */
export function homeOf(anybody: FlowContext, windowed: boolean): KioskView {
  const nobody: FlowState = { ...initialState, screen: { name: 'home' } }
  const view = kioskView(nobody, { ...anybody, link: 'connecting', handoff: null }, windowed)
  const { nextFree: _, ...catalogue } = view.catalogue
  return { ...view, catalogue: { ...catalogue, items: [], terms: null } }
}

function shellOf(state: FlowState, context: FlowContext, windowed: boolean): ShellSlice {
  const { signedIn, idle, waiting, notice } = state
  return {
    link: context.link,
    language: languageOf(state, context),
    location: context.catalogue.location(),
    person: signedIn && {
      initials: initialsOf(signedIn.person),
      firstName: firstNameOf(signedIn.person),
      photo: photoOf(signedIn),
    },
    banner: state.screen.name === 'home' && signedIn !== null && asksForProfile(signedIn),
    handoff: context.link === 'online' ? (context.handoff?.url ?? null) : null,
    idle,
    waiting,
    notice,
    windowed,
  }
}

function catalogueOf(state: FlowState, context: FlowContext): KioskView['catalogue'] {
  const { catalogue, now } = context
  const [today, date] = [todayOf(context), dateOf(state, context)]
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
    items: catalogue.items().map((item) => withPicture(item, context)),
    ...nextFreeOn(state, context),
    terms: catalogue.terms(),
  }
}

function screenOf(state: FlowState, context: FlowContext): Screen {
  const { screen, signedIn } = state
  const firstName = signedIn ? firstNameOf(signedIn.person) : ''
  switch (screen.name) {
    case 'desks':
      return { ...screen, ...desksExtras(state, context) }
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
      return { ...screen, version: context.catalogue.location()?.termsVersion ?? 0 }
    case 'done': {
      const { requestId: _, doors, ...rest } = screen
      const today = screen.booking.date === todayOf(context)
      return { ...rest, today, firstName, doors: doorsOf(doors, context) }
    }
    case 'welcome': {
      const { kind, label } = screen.grant.cause
      const why = { kind: kind === 'subscription' || kind === 'assignment' ? kind : 'staff', label } as const
      return {
        name: 'welcome',
        firstName,
        why,
        until: screen.grant.until,
        doors: doorsOf(screen.doors, context),
      }
    }
    case 'account':
      return signedIn ? accountScreen(signedIn, screen, context) : { name: 'home' }
    case 'item':
      return itemScreen(state, screen, context)
    case 'ordered':
      return orderedScreen(state, screen, context)
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

function desksExtras(state: FlowState, context: FlowContext) {
  const { catalogue, now } = context
  const place = catalogue.place()
  const facts = factsIn(state)
  const date = dateOf(state, context)
  const arrival = facts && place ? arrivalOf(facts, place, now) : null
  const later = arrival?.kind === 'choose' ? arrival.startsLater : null
  return {
    pay: payOptions(place, facts, date, now),
    startsLater: later && { plan: later.plan.name, on: later.startsOn },
    days: daysOf(state, context),
    moving: facts !== null && liveBooking(facts.bookings, date, now) !== null,
  }
}

function doorsOf(progress: Doors, context: FlowContext) {
  const doors = context.catalogue.location()?.doors ?? []
  return doors.map(({ id, name }) => ({ id, name, progress: progress[id] ?? 'idle' }))
}

/** The photo that the profile names, once it is here. */
function photoOf({ photo, person }: SignedIn): string | null {
  return photo !== null && photo.hash === person.profile.photo ? photo.image : null
}
