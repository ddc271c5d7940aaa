import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KioskView } from '../../shared/contract/kiosk-view.ts'
import { dayWindow } from '../../shared/domain/time.ts'
import { lastHomeFile, writtenHome } from '../lib/last-home.ts'
import type { Log } from '../lib/log.ts'
import type { System } from '../lib/system.ts'

/** How long after a change it is written: a start has other things to do, and a busy morning changes it all the time. */
const writeAfter = 5_000

export interface LastHomeKeeper {
  /** The home screen may look different now. */
  changed(): void
  /** Nothing of this place stays here: the device was revoked (R10.2). */
  forget(): void
  close(): void
}

interface Parts {
  dir: string
  build: string
  /** The home screen with nobody there; null while there is none to show. */
  home(): KioskView | null
  system: System
  log: Log
}

/** Keeps a file of how the home screen looks, for the next start (lib/last-home.ts). */
export function keepLastHome({ dir, build, home, system, log }: Parts): LastHomeKeeper {
  const file = join(dir, lastHomeFile)
  let written = ''
  let cancel: (() => void) | null = null
  let cancelDay = (): void => {}

  const changed = (): void => {
    cancel ??= system.after(writeAfter, write)
  }

  const write = (): void => {
    cancel = null
    const view = home()
    const { zone } = view?.shell.location ?? {}
    if (!view || zone === undefined) return
    const { until } = dayWindow(view.catalogue.today, zone)
    // A new day shows something else though no row has changed: a kiosk that is started anew at night has today's.
    cancelDay()
    cancelDay = system.after(until - system.now(), changed)
    const text = writtenHome({ view, build, until })
    if (text === written) return
    try {
      // Not synced: what a power cut leaves is not taken for whole, and the next start is an ordinary one.
      writeFileSync(`${file}.new`, text, { mode: 0o600 })
      renameSync(`${file}.new`, file)
      written = text
    } catch (error) {
      log('warn', 'last-home-not-written', { why: (error as Error).message })
    }
  }

  return {
    changed,
    forget: () => {
      cancel?.()
      cancel = null
      cancelDay()
      written = ''
      rmSync(file, { force: true })
      rmSync(`${file}.new`, { force: true })
    },
    close: () => {
      cancel?.()
      cancelDay()
    },
  }
}
