import { type BrowserWindow, ipcMain, MessageChannelMain } from 'electron'
import { channels } from '../../shared/contract/channels.ts'
import type { PortRole } from '../../shared/contract/ipc.ts'
import { pageUrl } from './protocol.ts'
import type { Health, Watched } from './supervisor.ts'

interface Page {
  role: PortRole
  window: BrowserWindow
  /** Its preload asked for the port; before that one would be lost. */
  listening: boolean
}

/** Joins pages with the process behind them: a fresh port whenever either side is new. Main keeps no end of it. */
export class Pages {
  readonly #pages: Page[] = []
  readonly #behind: (role: PortRole) => Watched | null
  #health: { state: Health; helpPhone: string } = { state: 'up', helpPhone: '' }

  constructor(behind: (role: PortRole) => Watched | null) {
    this.#behind = behind
    ipcMain.on(channels.ready, (event) => {
      // Only the top frame of a window that we opened, on the page that we gave it, may ask (I9).
      const page = this.#pages.find(
        (each) => !each.window.isDestroyed() && each.window.webContents === event.sender,
      )
      const frame = event.senderFrame
      if (!page || !frame || frame.parent !== null || frame.url !== pageUrl(page.role)) return
      // It asks twice when the first answer is still on its way.
      if (page.listening) return
      page.listening = true
      this.#connect(page)
      this.#tellHealth(page)
    })
  }

  add(role: PortRole, window: BrowserWindow): void {
    const page: Page = { role, window, listening: false }
    this.#pages.push(page)
    window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) page.listening = false
    })
    window.on('closed', () => this.#pages.splice(this.#pages.indexOf(page), 1))
  }

  /** The process behind these roles is new: every page gets a new port. */
  reconnect(roles: readonly PortRole[]): void {
    for (const page of this.#pages) if (roles.includes(page.role) && page.listening) this.#connect(page)
  }

  /** Says on the kiosk how the process behind it is, and whom to call (R9.6). */
  health(change: { state?: Health; helpPhone?: string }): void {
    this.#health = { ...this.#health, ...change }
    for (const page of this.#pages) if (page.listening) this.#tellHealth(page)
  }

  #tellHealth(page: Page): void {
    if (page.role !== 'mailbox') page.window.webContents.send(channels.health, this.#health)
  }

  #connect(page: Page): void {
    const process = this.#behind(page.role)
    if (!process) return
    const { port1, port2 } = new MessageChannelMain()
    process.post({ type: 'port', role: page.role }, [port1])
    page.window.webContents.postMessage(channels.port, null, [port2])
  }
}
