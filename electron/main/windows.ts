import { join } from 'node:path'
import { BrowserWindow, type Session, screen } from 'electron'
import type { PortRole } from '../../shared/contract/ipc.ts'
import { lockDownKeys } from './lockdown.ts'
import { pageUrl } from './protocol.ts'

export interface WindowOptions {
  role: PortRole
  session: Session
  windowed: boolean
  /** True once staff left the kiosk or the app is quitting: only then may the kiosk window close. */
  mayClose: () => boolean
}

const sizes = {
  /** Portrait where the screen has room for it, else the landscape layout. */
  kiosk: { width: 1080, height: 1920, landscape: { width: 1280, height: 800 } },
  reception: { width: 1440, height: 900 },
  mailbox: { width: 960, height: 680 },
} as const

/** Opens the window of a role. Sandboxed, isolated, without Node, DevTools menu or spell checker (I9). */
export function openWindow({ role, session, windowed, mayClose }: WindowOptions): BrowserWindow {
  const locked = role === 'kiosk' && !windowed
  const window = new BrowserWindow({
    ...sizeFor(role),
    useContentSize: true,
    title: 'Foyer',
    show: false,
    kiosk: locked,
    frame: !locked,
    autoHideMenuBar: true,
    backgroundColor: '#f7f3ec',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: windowed,
      // A kiosk that lost the focus for a moment still counts down and still shows who comes in.
      backgroundThrottling: false,
    },
  })
  window.removeMenu()
  if (locked) {
    lockDownKeys(window.webContents)
    window.on('close', (event) => {
      if (!mayClose()) event.preventDefault()
    })
  }
  window.once('ready-to-show', () => window.show())
  // A page that crashed comes back by itself and asks for a new port (R9.6).
  window.webContents.on('render-process-gone', () => window.reload())
  void window.loadURL(pageUrl(role))
  return window
}

function sizeFor(role: PortRole): { width: number; height: number } {
  if (role !== 'kiosk') return sizes[role]
  const { height } = screen.getPrimaryDisplay().workAreaSize
  return height >= sizes.kiosk.height
    ? { width: sizes.kiosk.width, height: sizes.kiosk.height }
    : sizes.kiosk.landscape
}
