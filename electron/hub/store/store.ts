import type { Sqlite } from '../../lib/sqlite.ts'
import { auditStore } from './audit.ts'
import { bookingsStore } from './bookings.ts'
import { codesStore } from './codes.ts'
import { commandsStore } from './commands.ts'
import { commentsStore } from './comments.ts'
import { devicesStore } from './devices.ts'
import { doorsStore } from './doors.ts'
import { entitlementsStore } from './entitlements.ts'
import { eventPlacesStore } from './event-places.ts'
import { grantsStore } from './grants.ts'
import { handoffsStore } from './handoffs.ts'
import { imagesStore } from './images.ts'
import { invitationsStore } from './invitations.ts'
import { itemsStore } from './items.ts'
import { mailsStore } from './mails.ts'
import { createMemory } from './memory.ts'
import { metaStore } from './meta.ts'
import { ordersStore } from './orders.ts'
import { paymentsStore } from './payments.ts'
import { peopleStore } from './people.ts'
import { personFactsStore } from './person-facts.ts'
import { photosStore } from './photos.ts'
import { placesStore } from './places.ts'
import { requestsStore } from './requests.ts'
import { reservationsStore } from './reservations.ts'
import { rotatingPassesStore } from './rotating-passes.ts'
import { scopesStore } from './scopes.ts'
import { sessionsStore } from './sessions.ts'
import { staffStore } from './staff.ts'
import { subscriptionsStore } from './subscriptions.ts'
import { transactionsStore } from './transactions.ts'

/** Everything that is known about the hub's tables. Statements are prepared once, here. */
export function createStore(db: Sqlite) {
  const memory = createMemory(db)
  return {
    close: (): void => void db.close(),
    transactions: transactionsStore(db, memory),
    meta: metaStore(db, memory),
    scopes: scopesStore(db),
    audit: auditStore(db),
    commands: commandsStore(db),
    places: placesStore(db, memory),
    items: itemsStore(db, memory),
    people: peopleStore(db, memory),
    facts: personFactsStore(db, memory),
    codes: codesStore(db),
    mails: mailsStore(db),
    handoffs: handoffsStore(db),
    invitations: invitationsStore(db),
    photos: photosStore(db, memory),
    rotatingPasses: rotatingPassesStore(db),
    sessions: sessionsStore(db, memory),
    staff: staffStore(db),
    entitlements: entitlementsStore(db, memory),
    subscriptions: subscriptionsStore(db, memory),
    bookings: bookingsStore(db, memory),
    reservations: reservationsStore(db, memory),
    eventPlaces: eventPlacesStore(db, memory),
    requests: requestsStore(db, memory),
    comments: commentsStore(db),
    images: imagesStore(db),
    orders: ordersStore(db, memory),
    payments: paymentsStore(db, memory),
    grants: grantsStore(db, memory),
    devices: devicesStore(db),
    doors: doorsStore(db),
  }
}

export type Store = ReturnType<typeof createStore>
