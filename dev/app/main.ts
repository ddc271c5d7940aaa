import { app, BrowserWindow, screen, type WebContents } from 'electron'
import { realSystem } from '../../electron/lib/system.ts'
import { startApp } from '../../electron/main/app.ts'
import { pageUrl } from '../../electron/main/protocol.ts'
import type { Child } from '../../electron/main/supervisor.ts'
import type { PortRole } from '../../shared/contract/ipc.ts'
import { type FaultyProxy, faultyProxy } from '../../test/fixtures/faulty-proxy.ts'
import type { DockOrder, DockState, ProcessName } from '../dock/contract.ts'
import { serveControl } from './control.ts'
import { playFault } from './door.ts'
import { type Debuggable, forkDebuggable } from './fork.ts'
import type { DevMessage } from './messages.ts'
import { servePagesOfVite } from './pages.ts'
import { createPhone } from './phone.ts'
import { scan } from './scan.ts'
import { readSettings } from './settings.ts'

/**
 * The app of `npm run dev`: the product's own, in surroundings that the dock can turn and cut. Nothing of it is in the packed
 * app, and nothing in the product asks whether it is there.
 */

const { vite, control } = readSettings(process.env.FOYER_DEV)
/** Where a debugger finds each process; main's own is given to Electron on the command line. */
const inspectPorts: Record<ProcessName, number> = { core: 9230, hub: 9231, 'sim-door': 9232 }

const state: Omit<DockState, 'processes' | 'phone'> = {
  network: 'up',
  ahead: 0,
  door: { full: false, silent: false, frozen: false },
  shown: [],
}
const children = new Map<ProcessName, Debuggable>()
let network: FaultyProxy | null = null
let hub: string | null = null
let doorPort: number | null = null
const passOf = createPhone(() => hub)

startApp({
  system: realSystem,
  // Whatever was kept of the home screen is of another build: what is looked at is always made by the present code.
  build: `dev ${Date.now()}`,
  fork,
  servePages: (session, { pictures }) =>
    servePagesOfVite(session, { vite, pictures, ahead: () => state.ahead }),
  async reach(url) {
    hub = url
    network = await faultyProxy(url)
    return network.url
  },
})
app.on('web-contents-created', (_event, contents) => allowDevelopment(contents))
app.whenReady().then(openDock, () => {})
serveControl({
  port: control,
  hub: () => hub,
  obey,
  state: () => ({
    ...state,
    phone: hub && `${vite}me`,
    processes: [...children].map(([name, child]) => ({
      name,
      pid: child.pid,
      inspect: `127.0.0.1:${inspectPorts[name].toString()}`,
    })),
  }),
})

function fork(file: string, serviceName: string, _compiled: string, args: string[] = []): Child {
  const name = file.replace('.js', '') as ProcessName
  const child = forkDebuggable(file, serviceName, args, { inspect: inspectPorts[name], hear })
  children.set(name, child)
  // The simulated door keeps its own time, as a board on a wall does.
  if (name !== 'sim-door') child.tell({ dev: 'clock', ahead: state.ahead })
  child.on('message', (message) => {
    if (name === 'sim-door' && typeof message === 'object' && message !== null && 'port' in message)
      doorPort = Number(message.port)
  })
  return child
}

function hear(message: DevMessage): void {
  if (message.dev !== 'pass' || state.shown.some(({ text }) => text === message.text)) return
  state.shown = [{ label: message.label, text: message.text }, ...state.shown].slice(0, 5)
}

async function obey(order: DockOrder): Promise<void> {
  switch (order.do) {
    case 'network': {
      if (!network) throw new Error('there is no hub of our own to be cut off from')
      if (order.mode === 'up') network.heal()
      else if (order.mode === 'cut') network.cut()
      else network.blackHole()
      state.network = order.mode
      return
    }
    case 'clock': {
      state.ahead = order.ahead
      for (const name of ['core', 'hub'] as const)
        children.get(name)?.tell({ dev: 'clock', ahead: order.ahead })
      for (const role of ['kiosk', 'reception', 'mailbox'] as const)
        await pageOf(role)?.executeJavaScript(`turnClock(${order.ahead.toString()})`)
      return
    }
    case 'door': {
      if (doorPort === null) throw new Error('the demo has no door here')
      await playFault(doorPort, order.fault)
      const { full, silent, frozen } = { ...state.door, ...order.fault }
      state.door = { full, silent, frozen }
      return
    }
    case 'scan':
      return scan(kiosk(), order.text)
    case 'scan-pass-of':
      return scan(kiosk(), await passOf(order.email))
    case 'restart':
      children.get(order.process)?.kill()
      return
    case 'page': {
      const page = pageOf(order.role)
      if (!page) throw new Error(`there is no window for the ${order.role}`)
      if (order.what === 'reload') page.reload()
      else page.toggleDevTools()
    }
  }
}

function kiosk(): WebContents {
  const page = pageOf('kiosk')
  if (!page) throw new Error('there is no window for the kiosk')
  return page
}

function pageOf(role: PortRole): WebContents | null {
  const windows = BrowserWindow.getAllWindows()
  return windows.find(({ webContents }) => webContents.getURL() === pageUrl(role))?.webContents ?? null
}

/** F12 for the developer tools, and reloads: Vite asks for one where it cannot put a change into a page that is open. */
function allowDevelopment(contents: WebContents): void {
  contents.removeAllListeners('will-navigate')
  contents.on('will-navigate', (event) => {
    if (event.url !== contents.getURL()) event.preventDefault()
  })
  contents.on('before-input-event', (event, { type, key }) => {
    if (type !== 'keyDown' || key !== 'F12') return
    event.preventDefault()
    contents.toggleDevTools()
  })
}

/** Beside the product's windows; it goes with the last of them. */
function openDock(): void {
  const { x, y, width } = screen.getPrimaryDisplay().workArea
  const size = { width: 360, height: 880 }
  const dock = new BrowserWindow({
    ...size,
    x: x + width - size.width,
    y,
    useContentSize: true,
    title: 'Foyer dev dock',
    alwaysOnTop: true,
    autoHideMenuBar: true,
    backgroundColor: '#f7f3ec',
    webPreferences: { partition: 'dev-dock', sandbox: true },
  })
  void dock.loadURL(`${vite}dock/`)
  const closeWithTheLast = (window: BrowserWindow): void => {
    window.on('closed', () => {
      const left = BrowserWindow.getAllWindows()
      if (left.length === 1 && left[0] === dock) dock.close()
    })
  }
  for (const window of BrowserWindow.getAllWindows()) if (window !== dock) closeWithTheLast(window)
  app.on('browser-window-created', (_event, window) => closeWithTheLast(window))
}
