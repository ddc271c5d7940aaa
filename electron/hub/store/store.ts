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
  return {
    close: (): void => void db.close(),
    transactions: transactionsStore(db),
    meta: metaStore(db),
    scopes: scopesStore(db),
    audit: auditStore(db),
    commands: commandsStore(db),
    places: placesStore(db),
    items: itemsStore(db),
    people: peopleStore(db),
    facts: personFactsStore(db),
    codes: codesStore(db),
    mails: mailsStore(db),
    handoffs: handoffsStore(db),
    invitations: invitationsStore(db),
    photos: photosStore(db),
    rotatingPasses: rotatingPassesStore(db),
    sessions: sessionsStore(db),
    staff: staffStore(db),
    entitlements: entitlementsStore(db),
    subscriptions: subscriptionsStore(db),
    bookings: bookingsStore(db),
    reservations: reservationsStore(db),
    eventPlaces: eventPlacesStore(db),
    requests: requestsStore(db),
    comments: commentsStore(db),
    images: imagesStore(db),
    orders: ordersStore(db),
    payments: paymentsStore(db),
    grants: grantsStore(db),
    devices: devicesStore(db),
    doors: doorsStore(db),
  }
}

export type Store = ReturnType<typeof createStore>
