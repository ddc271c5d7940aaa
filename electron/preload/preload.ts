import { contextBridge, ipcRenderer } from 'electron'
import { channels, type PreloadApi, pageEvents } from '../../shared/contract/channels.ts'

/**
 * Hands the page one port, and nothing else of Electron (I9). A MessagePort cannot cross the context bridge, so it is
 * posted to the window; `renderer/ui/bridge.ts` picks it up. It is asked for before the page's script is even loaded, and
 * waits here until the page listens: by then the process behind it has had the time to answer.
 */
let listening = false
/** The newest of each kind that came before the page listened. */
let waiting: { port?: () => void; health?: () => void } = {}

const give = (kind: 'port' | 'health', post: () => void): void => {
  if (listening) post()
  else waiting[kind] = post
}

ipcRenderer.on(channels.port, ({ ports }) =>
  give('port', () => window.postMessage({ type: pageEvents.port }, window.location.origin, ports)),
)
ipcRenderer.on(channels.health, (_event, health: unknown) =>
  give('health', () => window.postMessage({ type: pageEvents.health, health }, window.location.origin)),
)

const api: PreloadApi = {
  ready: () => {
    listening = true
    // Main may have seen the first question before it knew that this page is here, and then it did not answer.
    if (!waiting.port) ipcRenderer.send(channels.ready)
    waiting.port?.()
    waiting.health?.()
    waiting = {}
  },
}
contextBridge.exposeInMainWorld('foyer', api)
ipcRenderer.send(channels.ready)
