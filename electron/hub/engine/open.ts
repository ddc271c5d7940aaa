import { join } from 'node:path'
import type { Log } from '../../lib/log.ts'
import { openDatabase, type Sqlite } from '../../lib/sqlite.ts'
import { newId, type System } from '../../lib/system.ts'
import type { Config } from '../settings/read/schema.ts'
import { isDemo } from '../demo/data.ts'
import { putDemoOffers } from '../demo/offers.ts'
import { demoPhotos } from '../demo/photos.ts'
import { refreshDemo } from '../demo/refresh.ts'
import { seedDemo } from '../demo/seed.ts'
import type { Engine } from '../seam/engine.ts'
import type { Payments } from '../payments/provider.ts'
import { migrations } from '../store/migrations/index.ts'
import { createStore, type Store } from '../store/store.ts'
import { nobodyConnected } from '../commands/devices/devices.ts'
import { createEngine } from './engine.ts'
import { assignHosts } from '../commands/doors/hosts.ts'
import { openKeys } from '../pipeline/keys.ts'
import { failLostCodes } from '../commands/mails/mails.ts'
import { operatorPhotos } from '../settings/apply/photos.ts'
import { loadPlace, type Place } from '../pipeline/place.ts'
import { projectPlace } from '../projections/place.ts'
import { projectPlans } from '../projections/plans.ts'
import { createPublisher } from '../pipeline/publisher.ts'
import { createRun, type Parts } from '../pipeline/context.ts'
import { applySettings } from '../settings/apply/apply.ts'
import { staffToPut } from '../settings/apply/staff.ts'
import { sweep } from '../sweep/sweep.ts'
import { forgetTold } from '../projections/tell-offers.ts'
import { createWriter } from '../pipeline/writer.ts'

export interface EngineOptions {
  /** The hub's own folder: hub.db and its key files. */
  dir: string
  system: System
  log: Log
  config: Config
  /** Fill an empty hub with demo data. */
  demo: boolean
  /** Where the simulated door listens; null = none. */
  simDoor: { host: string; port: number } | null
  /** Where what is due can be paid online (R3.5); absent = at reception only. */
  payments?: Payments | null
}

/**
 * Opens the hub's store, brings it in line with the settings, and starts the single writer. Throws
 * `NewerDatabaseError`, and whatever keeps a file from being read or written.
 */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const { dir, system, log, config, simDoor } = options
  const { db, asideAs } = openDatabase(join(dir, 'hub.db'), migrations, system, log)
  if (asideAs !== null) log('error', 'hub-starts-empty', { asideAs, meaning: 'devices must be paired again' })
  tune(db)
  try {
    const parts = createParts(createStore(db), options)
    const { store } = parts
    const publisher = createPublisher(store)
    const writer = createWriter(store, publisher, log, () => {
      parts.reloadPlace()
      parts.lastSeqs.clear()
      forgetTold(parts.toldOffers)
    })
    const isEmpty = store.places.location() === undefined
    await writer.submit(() => identify(store, system, options.demo && isEmpty))
    const { staff, firstPin } = await staffToPut(parts, config)
    const pictures = await operatorPhotos(parts, dir, config)
    const showsDemo = isDemo(store) && !config.offers
    const demoPictures = showsDemo ? await demoPhotos(parts) : null
    await writer.submit((draft) => {
      const run = createRun(parts, draft, system.now())
      applySettings(run, { config, simDoor, staff, pictures, paysOnline: parts.payments !== null })
      if (isEmpty && isDemo(store)) seedDemo(run)
      if (demoPictures) putDemoOffers(run, demoPictures)
      nobodyConnected(run)
      failLostCodes(run)
      assignHosts(run)
      projectPlace(run)
      if (isDemo(store)) refreshDemo(run)
      projectPlans(run)
      sweep(run, null)
    })
    return createEngine(parts, writer, publisher, firstPin)
  } catch (error) {
    db.close()
    throw error
  }
}

/** A busy hub touches the same few thousand pages again and again. */
function tune(db: Sqlite): void {
  // KiB, negative by SQLite's convention. The default of 2 MB is less than what one batch of commands touches.
  db.pragma('cache_size = -65536')
  // Pages, some 32 MB: a page that changed often is copied from the log into the file once.
  db.pragma('wal_autocheckpoint = 8000')
}

/** What the engine runs on; `dir` for its key files. */
export function createParts(store: Store, { dir, system, log, payments = null }: EngineOptions): Parts {
  let place: Place | null = null
  let publicUrl = ''
  return {
    store,
    system,
    log,
    keys: openKeys(dir, system),
    payments,
    lastSeqs: new Map(),
    toldOffers: new Map(),
    place: () => (place ??= loadPlace(store)),
    reloadPlace: () => void (place = null),
    url: () => publicUrl,
    setUrl: (url) => void (publicUrl = url),
  }
}

/** A new database is a new hub: replicas of an earlier one must not take its revs for their own. */
function identify(store: Store, system: System, asDemo: boolean): void {
  if (store.meta.get('hub') === undefined) store.meta.set('hub', newId(system))
  if (asDemo) store.meta.set('demo', '1')
}
