import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { app, dialog, Menu, protocol, type Session, session } from 'electron'
import type { PortRole } from '../../shared/contract/ipc.ts'
import type { KioskView } from '../../shared/contract/kiosk-view.ts'
import { lastHomeFile, readHome } from '../lib/last-home.ts'
import { type Log, stderrLog } from '../lib/log.ts'
import type { System } from '../lib/system.ts'
import { type Flags, ownArgs, readFlags } from './flags.ts'
import { lockDownContents, lockDownSession } from './lockdown.ts'
import { Pages } from './pages.ts'
import { type Fork, type HubProcess, runCore, runHub, runSimDoor } from './processes.ts'
import { type Served, scheme } from './protocol.ts'
import type { Watched } from './supervisor.ts'
import { openWindow } from './windows.ts'

/** What the app takes from the world around it: `main.ts` gives it the real one, `dev/` one that can be turned and cut. */
export interface Surroundings {
  system: System
  /** Which build this is: another one may show other views than those that were kept. */
  build: string
  /** Starts one of our built files as a process of its own. */
  fork: Fork
  /** Serves the pages under app://, and what belongs to them. */
  servePages(session: Session, served: Served): void
  /** The address under which the core reaches the embedded hub, which listens at `hub`. */
  reach(hub: string): Promise<string>
}

interface Setting extends Surroundings {
  flags: Flags
  /** The folder of everything that is kept. */
  data: string
  log: Log
}

/** Exit codes: 2 = the command or the configuration is wrong, 1 = it could not start. */
function giveUp(message: string, code: number): never {
  process.stderr.write(`${message}\n`)
  app.exit(code)
  process.exit(code)
}

/** Reads the command line and starts the app once Electron is ready. To be called while its entry module is loaded. */
export function startApp(surroundings: Surroundings): void {
  const read = readFlags(ownArgs(process.argv.slice(1), (arg) => resolve(arg) === app.getAppPath()))
  if (!read.ok) giveUp(read.error, 2)
  const flags: Flags = read.value
  const data = resolve(flags.data ?? app.getPath('userData'))

  app.setPath('userData', join(data, 'kiosk', 'chromium'))
  Menu.setApplicationMenu(null)
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
  lockDownContents(app)
  if (!app.requestSingleInstanceLock())
    giveUp(`Foyer is already running with the data in ${data}. Close it, or give another --data folder.`, 1)

  const log = stderrLog('main', surroundings.system.now)
  // `ready` fires only after the entry module has finished, so there is no await up here (RUNTIME.md).
  app.whenReady().then(
    () => run({ ...surroundings, flags, data, log }),
    (error: unknown) => giveUp(String(error), 1),
  )
}

async function run(setting: Setting): Promise<void> {
  const { flags, data, log } = setting
  let leaving = false
  let hub: HubProcess | null = null
  let core: Watched | null = null
  let simDoorPort: number | null = null
  const behind = (role: PortRole): Watched | null => (role === 'mailbox' ? hub : core)
  const pages = new Pages(behind)

  // In memory only: nothing that a page does reaches the disk (I7).
  const own = session.fromPartition('foyer')
  lockDownSession(own)
  let lastHome = flags.roles.includes('kiosk') ? lastHomeIn(join(data, 'kiosk'), setting) : null
  setting.servePages(own, { pictures: join(data, 'kiosk', 'images'), lastHome: () => lastHome })
  const showsMailbox = flags.demo && flags.smtp === null
  const openWindows = (): void => {
    const roles: PortRole[] = [...flags.roles, ...(showsMailbox ? (['mailbox'] as const) : [])]
    for (const role of roles) {
      pages.add(role, openWindow({ role, session: own, windowed: flags.windowed, mayClose: () => leaving }))
    }
  }
  // With a hub elsewhere the core can start at once, so it goes first: a page without it has nothing to show.
  if (flags.hub === null) openWindows()

  const simDoor = flags.demo ? runSimDoor(join(data, 'door', 'state.json'), setting) : null
  if (simDoor) simDoorPort = await simDoor.ready

  function stop(code: number): void {
    if (leaving) return
    leaving = true
    simDoor?.stop()
    // The core says goodbye to the hub first, then the hub finishes what it has.
    void Promise.resolve(core?.stop())
      .then(() => hub?.stop())
      .then(() => app.exit(code))
  }
  const fatal = (message: string): void => {
    process.stderr.write(`${message}\n`)
    // Whoever started it by a click sees no terminal.
    void dialog.showMessageBox({ type: 'error', title: 'Foyer cannot start', message }).then(() => stop(2))
  }
  app.on('window-all-closed', () => stop(0))
  app.on('before-quit', (event) => {
    if (leaving) return
    event.preventDefault()
    stop(0)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(0))

  if (flags.hub === null) {
    hub = runHub(
      { dir: join(data, 'hub'), demo: flags.demo, smtp: flags.smtp, version: app.getVersion() },
      () => (simDoorPort === null ? null : { host: '127.0.0.1', port: simDoorPort }),
      setting,
      {
        restarted: () => pages.reconnect(['mailbox']),
        fatal,
        // The kiosk goes on without the hub (R9.2), so only the log is told.
        health: (state) => log(state === 'up' ? 'info' : 'warn', 'hub-health', { state }),
      },
    )
    if (showsMailbox) pages.reconnect(['mailbox'])
  }
  const ready = await hub?.ready
  const where = ready
    ? { url: await setting.reach(ready.url), pair: ready.pair }
    : { url: flags.hub as string, pair: flags.pair }

  core = runCore(
    () => ({
      dir: join(data, 'kiosk'),
      roles: flags.roles,
      hub: where.url,
      pair: where.pair,
      language: flags.language,
      windowed: flags.windowed,
      version: app.getVersion(),
      build: setting.build,
      deviceName: hostname().slice(0, 60) || 'Foyer',
    }),
    setting,
    {
      started: () => pages.reconnect(['kiosk', 'reception']),
      leave: () => stop(0),
      help: (helpPhone) => pages.health({ helpPhone }),
      fatal,
      health: (state) => {
        // From now on a page that is loaded gets what is, and nothing that was.
        lastHome = null
        pages.health({ state })
      },
    },
  )
  if (flags.hub !== null) openWindows()
}

/** How the kiosk's home screen looked when it was last kept in `dir`, if that can still be shown. */
function lastHomeIn(dir: string, { build, system }: Surroundings): KioskView | null {
  try {
    return readHome(readFileSync(join(dir, lastHomeFile), 'utf8'), build, system.now())
  } catch {
    // There is none: an ordinary start.
    return null
  }
}
