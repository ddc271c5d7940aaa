/** Names and types that a page and its preload share: no zod here, so that both start light. */

/**
 * What a page gets from main through the preload: the port, again and again (a restarted process brings a new one), and
 * what main says of the process behind it. A port cannot cross the context bridge, so the preload posts it to the
 * window (`pageEvents`) and `renderer/ui/bridge.ts` makes this interface of it. `Port` is the DOM's MessagePort.
 */
export interface PageBridge<Port> {
  /** Called for every new port. The old one is dead by then. */
  onPort(handler: (port: Port) => void): void
  /** 'restarting': the process behind the page is coming back; 'out-of-order': it kept crashing (R9.6). */
  onHealth(
    handler: (health: { state: 'up' | 'restarting' | 'out-of-order'; helpPhone: string }) => void,
  ): void
}

/** `data.type` of the window messages from the preload; a `port` message carries the MessagePort, `health` a `health`. */
export const pageEvents = { port: 'foyer:port', health: 'foyer:health' } as const

/** Id of the element in the kiosk's page that holds how the home screen looked last, as JSON (electron/lib/last-home.ts). */
export const lastHomeId = 'last-home'

/** What the preload exposes as `window.foyer`: the page says that it listens now. */
export interface PreloadApi {
  ready(): void
}

/** ipcMain/ipcRenderer channels: nothing else crosses there. */
export const channels = { port: 'foyer:port', health: 'foyer:health', ready: 'foyer:ready' } as const
