import { join } from 'node:path'
import type { LocationId } from '../../../shared/domain/ids.ts'
import type { Log } from '../../lib/log.ts'
import { openDatabase } from '../../lib/sqlite.ts'
import { newId, type System } from '../../lib/system.ts'
import { nobodyConnected } from '../commands/devices/devices.ts'
import { assignHosts } from '../commands/doors/hosts.ts'
import { isDemo } from '../demo/data.ts'
import { putDemoOffers } from '../demo/offers.ts'
import { demoPhotos } from '../demo/photos.ts'
import { demoDefaults } from '../demo/place.ts'
import { refreshDemo } from '../demo/refresh.ts'
import { seedDemo } from '../demo/seed.ts'
import { createContext, type EngineDeps } from '../pipeline/context.ts'
import { openKeys } from '../pipeline/keys.ts'
import { loadPlace, type Place } from '../pipeline/place.ts'
import { createPublisher } from '../pipeline/publisher.ts'
import { createWriter } from '../pipeline/writer.ts'
import { forgetSentOffers } from '../projections/notify-offers.ts'
import { projectPlace } from '../projections/place.ts'
import { projectPlans } from '../projections/plans.ts'
import type { Engine } from '../seam/engine.ts'
import type { Payments } from '../seam/payments.ts'
import { applySettings } from '../settings/apply/apply.ts'
import { plainDefaults } from '../settings/apply/defaults.ts'
import { operatorPhotos } from '../settings/apply/photos.ts'
import { staffToPut } from '../settings/apply/staff.ts'
import type { Config } from '../settings/read/schema.ts'
import { migrations } from '../store/migrations/index.ts'
import { createStore, type Store } from '../store/store.ts'
import { tune } from '../store/tune.ts'
import { failLostCodes } from '../sweep/lost-mails.ts'
import { sweepHub, sweepLocation } from '../sweep/sweep.ts'
import { createEngine } from './engine.ts'

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
    const deps = createDeps(createStore(db), options)
    const { store } = deps
    const publisher = createPublisher(store)
    const writer = createWriter(store, publisher, log, () => {
      deps.reloadPlaces()
      deps.lastSeqs.clear()
      forgetSentOffers(deps.lastSentOffers)
    })
    const [known] = store.places.locations()
    const isEmpty = known === undefined
    await writer.submit(() => identify(store, system, options.demo && isEmpty))
    const defaults = isDemo(store) ? demoDefaults() : plainDefaults()
    const { staff, firstPin } = await staffToPut(deps, config, defaults)
    const pictures = await operatorPhotos(deps, dir, config)
    const showsDemo = isDemo(store) && !config.offers
    const demoPictures = showsDemo ? await demoPhotos(deps) : null
    // foyer.yaml describes one location: the first.
    const location = known ?? defaults.location.id
    await writer.submit((changeSet) => {
      const context = createContext(deps, changeSet, { now: system.now(), location })
      applySettings(context, {
        config,
        defaults,
        simDoor,
        staff,
        pictures,
        paysOnline: deps.payments !== null,
      })
      if (isEmpty && isDemo(store)) seedDemo(context)
      if (demoPictures) putDemoOffers(context, demoPictures)
      nobodyConnected(context)
      failLostCodes(context)
      assignHosts(context)
      projectPlace(context)
      if (isDemo(store)) refreshDemo(context)
      projectPlans(context)
      sweepLocation(context, null)
      sweepHub(context, null)
    })
    return createEngine(deps, writer, publisher, firstPin)
  } catch (error) {
    db.close()
    throw error
  }
}

/** What the engine runs on; `dir` for its key files. */
export function createDeps(store: Store, { dir, system, log, payments = null }: EngineOptions): EngineDeps {
  const places = new Map<LocationId, Place>()
  let locations: LocationId[] | null = null
  let publicUrl = ''
  return {
    store,
    system,
    log,
    keys: openKeys(dir, system),
    payments,
    lastSeqs: new Map(),
    lastSentOffers: new Map(),
    locations: () => (locations ??= store.places.locations()),
    placeOf(location) {
      const known = places.get(location) ?? loadPlace(store, location)
      places.set(location, known)
      return known
    },
    reloadPlaces() {
      places.clear()
      locations = null
    },
    url: () => publicUrl,
    setUrl: (url) => void (publicUrl = url),
  }
}

/** A new database is a new hub: replicas of an earlier one must not take its revs for their own. */
function identify(store: Store, system: System, asDemo: boolean): void {
  if (store.meta.get('hub') === undefined) store.meta.set('hub', newId(system))
  if (asDemo) store.meta.set('demo', '1')
}
