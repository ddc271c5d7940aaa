import type { JobContext } from '../pipeline/context.ts'
import { type Step, startWalk, walkThrough } from '../pipeline/walks.ts'
import { projectBooking } from '../projections/bookings.ts'
import { itemChanged } from '../projections/occupancy.ts'
import { isOffered } from '../projections/offers.ts'
import { personChanged } from '../projections/person.ts'
import { projectReservation } from '../projections/reservations.ts'

/** A new day: another one's bookings and events, and other plans run than the day before (R4.3). */
export function sweepNewDay(context: JobContext): void {
  startWalk(context, 'day-desks', desksOfDay)
  startWalk(context, 'day-reservations', reservationsOfDay)
  startWalk(context, 'day-rows', rowsThatAreOver)
  for (const { row } of context.store.items.items(context.location))
    if (row.event && !isOffered(context, row)) itemChanged(context, row.id)
  startWalk(context, 'day-sessions', sessionsOfDay)
}

/** Whoever booked for the new day is on reception's list. */
export const desksOfDay: Step = (context, cursor, hasTime) => {
  const { store, now } = context
  const { desks } = context.place()
  return walkThrough(cursor, hasTime, {
    read: (after, limit) =>
      desks
        .slice(Number(after), Number(after) + limit)
        .map((desk, n) => ({ desk, n: Number(after) + n + 1 })),
    cursorOf: ({ n }) => String(n),
    seeTo({ desk }) {
      for (const booking of store.bookings.openOn(desk.id, now)) {
        const profile = store.people.profile(booking.account)
        if (profile) projectBooking(context, { account: booking.account, profile }, booking)
      }
    },
  })
}

export const reservationsOfDay: Step = (context, cursor, hasTime) => {
  const { store, now } = context
  return walkThrough(cursor === '' ? `${now}|~` : cursor, hasTime, {
    read(after, limit) {
      const [until = '', id = ''] = after.split('|')
      return store.reservations.openAfter(Number(until), id, limit)
    },
    cursorOf: ({ until, id }) => `${until}|${id}`,
    seeTo({ id, account, item, from, until }) {
      const profile = store.people.profile(account)
      const itemName = store.items.nameOf(item)
      if (profile)
        projectReservation(context, { account, profile }, { booking: id, item, from, until, itemName })
    },
  })
}

/** Kinds of rows that stand for what is held, each with the scope that it is in. */
const heldKinds = [
  ['catalogue', 'occupancy'],
  ['reception', 'presence'],
  ['reception', 'reservation'],
] as const

/** Rows of what nobody holds any more go. The cursor: which kind, and how far by rev. */
export const rowsThatAreOver: Step = (context, cursor, hasTime) => {
  const [first = '', firstRev = ''] = cursor.split('|')
  for (let n = Number(first); n < heldKinds.length; n++) {
    const [target, kind] = heldKinds[n] ?? ['catalogue', 'occupancy']
    const next = walkThrough(n === Number(first) ? firstRev : '', hasTime, {
      read: (rev, limit) =>
        context.store.scopes.liveAfter(context.scopeKey(target), kind, Number(rev), limit),
      cursorOf: ({ rev }) => String(rev),
      seeTo({ id }) {
        if (!isHeld(context, kind, id)) context.unpublish(target, kind, id)
      },
    })
    if (next !== null) return `${n}|${next}`
  }
  return null
}

function isHeld(context: JobContext, kind: (typeof heldKinds)[number][1], id: string): boolean {
  const { store, now } = context
  const booking = kind === 'reservation' ? undefined : store.bookings.find(id)
  if (booking) return !booking.cancelled && now < booking.until && context.place().deskById.has(booking.item)
  const reservation = kind === 'presence' ? undefined : store.reservations.find(id)
  return reservation !== undefined && !reservation.cancelled && now < reservation.until
}

/** Whoever is signed in is told what the day changed for them. */
export const sessionsOfDay: Step = (context, cursor, hasTime) =>
  walkThrough(cursor === '' ? `${context.now}|~` : cursor, hasTime, {
    read(after, limit) {
      const [expiresAt = '', id = ''] = after.split('|')
      return context.store.sessions.liveAfter(Number(expiresAt), id, limit)
    },
    cursorOf: ({ expiresAt, id }) => `${expiresAt}|${id}`,
    seeTo: ({ account }) => void personChanged(context, account),
  })
