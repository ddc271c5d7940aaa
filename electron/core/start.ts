import { join } from 'node:path'
import { failure } from '../../shared/contract/errors.ts'
import type { CoreStart } from '../../shared/contract/ipc.ts'
import type { Role } from '../../shared/contract/socket.ts'
import type { Log } from '../lib/log.ts'
import type { PortLike } from '../lib/port.ts'
import type { System } from '../lib/system.ts'
import { createDoorHost } from './doors/host.ts'
import { keepLastHome } from './last-home.ts'
import { createReception } from './reception/reception.ts'
import { createKiosk } from './session/kiosk.ts'
import { identityFile } from './store/identity.ts'
import { pictureFiles } from './store/picture-files.ts'
import { openStore } from './store/store.ts'
import { createCalls } from './sync/calls.ts'
import { createCatalogue } from './sync/catalogue.ts'
import { diskStorage } from './sync/disk-storage.ts'
import { createLink } from './sync/link.ts'
import { createOutbox } from './sync/outbox.ts'
import { createPictures } from './sync/pictures.ts'
import { createPromises } from './sync/promises.ts'
import { createReporter } from './sync/reporter.ts'
import { scopeRows } from './sync/rows.ts'
import { createSubscription } from './sync/subscriptions.ts'

/** Door events in one command: what the contract takes. */
const eventsAtOnce = 200

export interface CoreOptions extends Omit<CoreStart, 'type'> {
  system: System
  log: Log
  /** Staff gave their PIN: leave the kiosk (R10.4). */
  onLeave(): void
  /** Whom to call when the kiosk is out of order (R9.6). */
  onHelp(phone: string): void
}

export interface RunningCore {
  /** Serves a page of that role; a role that this core does not have is refused by closing the port. */
  attach(role: Role, port: PortLike): void
  close(): Promise<void>
}

/**
 * Starts the kiosk's core: storage, link, doors, flow and console, wired together. Works with the hub away.
 * Throws NewerDatabaseError, or what the system says (no rights, full disk).
 */
export async function startCore(options: CoreOptions): Promise<RunningCore> {
  const { dir, system, log } = options
  const store = openStore(dir, system, log)
  const identity = identityFile(dir, log)

  const catalogueRows = scopeRows('catalogue')
  const doorRows = scopeRows('doors')
  const promises = createPromises((booking) => catalogueRows.of('occupancy').has(booking))
  const catalogue = createCatalogue(catalogueRows, () => promises.all())
  promises.restore(store.outbox.all())

  const giveDoors = (): void => {
    // Before the hub has said anything, nothing is taken from a controller on a guess.
    if (store.replica.position('doors').hub === null) return
    doors.setDoors([...doorRows.of('door').values()])
    doors.setGrants([...doorRows.of('grant')].map(([id, row]) => ({ id, ...row })))
  }
  let helpPhone = ''
  const onCatalogue = (): void => {
    const phone = catalogue.location()?.helpPhone ?? ''
    if (phone !== helpPhone) options.onHelp(phone)
    helpPhone = phone
    kiosk?.contextChanged()
    reception?.changed()
    lastHome?.changed()
  }
  const showPictures = (): void => {
    const items = options.roles.includes('kiosk') ? [...catalogueRows.of('item').values()] : []
    pictures.publicOnes(items.flatMap(({ photo }) => photo ?? []))
  }
  const scopes = {
    catalogue: diskStorage('catalogue', store.replica, catalogueRows, log, (more) => {
      onCatalogue()
      // A snapshot comes in pages: what the next one names again must not be fetched again.
      if (!more) showPictures()
    }),
    doors: diskStorage('doors', store.replica, doorRows, log, (more) => {
      // Rows that do not fit together yet must not take a grant away that the next page brings.
      if (!more) giveDoors()
    }),
  }

  const link = createLink({
    url: options.hub,
    identity,
    pair: options.pair,
    deviceName: options.deviceName,
    version: options.version,
    system,
    log,
    onUnlock: (order) => doors.unlock(order).catch(() => failure('internal')),
    onProved: (hub, passKey) => {
      store.meta.set('hub', hub)
      store.meta.set('passKey', passKey)
    },
    onRevoked: () => {
      store.wipe()
      catalogueRows.clear()
      doorRows.clear()
      promises.clear()
      showPictures()
      doors.letGo()
      lastHome?.forget()
    },
  })
  const outbox = createOutbox(store.outbox, link, system, log)
  const doors = createDoorHost({
    system,
    log,
    zone: () => catalogue.location()?.zone ?? 'UTC',
    onEvents: (door, events) => {
      for (let at = 0; at < events.length; at += eventsAtOnce)
        outbox.enqueue(
          'door.events',
          { door, events: events.slice(at, at + eventsAtOnce) },
          { session: null },
        )
    },
    cursor: store.doors,
    onReport: () => reporter.soon(),
  })
  const reporter = createReporter(link, outbox, doors, system)
  const call = createCalls(link, system)
  const pictures = createPictures({
    files: pictureFiles(join(dir, 'images')),
    link,
    call,
    system,
    log,
    changed: () => kiosk?.contextChanged(),
  })
  const shared = { link, call, catalogue, system, log, language: options.language }
  const kiosk = options.roles.includes('kiosk')
    ? createKiosk({
        ...shared,
        outbox,
        promises,
        pictures,
        doors,
        windowed: options.windowed,
        onLeave: options.onLeave,
      })
    : null
  const lastHome =
    kiosk && options.build !== undefined
      ? keepLastHome({ dir, build: options.build, home: kiosk.home, system, log })
      : null
  const reception = options.roles.includes('reception')
    ? createReception({ ...shared, meta: store.meta, device: () => identity.get() })
    : null
  const subscription = createSubscription({ link, scopes, system, log })
  link.changed.on(() => {
    kiosk?.contextChanged()
    reception?.changed()
  })

  onCatalogue()
  showPictures()
  giveDoors()
  void subscription.start()
  link.start()

  return {
    attach: (role, port) => {
      const page = role === 'kiosk' ? kiosk : reception
      if (page) page.attach(port)
      else port.close()
    },
    close: async () => {
      kiosk?.close()
      lastHome?.close()
      reception?.close()
      pictures.close()
      reporter.close()
      subscription.stop()
      outbox.close()
      link.close()
      await doors.close()
      store.close()
    },
  }
}
