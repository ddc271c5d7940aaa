import { contextBridge, ipcRenderer } from 'electron'
import { channels, type PreloadApi, pageEvents } from '../../shared/contract/channels.ts'

/**
 * Hands the page one port, and nothing else of Electron (I9). A MessagePort cannot cross the context bridge, so it is
 * posted to the window; `renderer/ui/bridge.ts` picks it up.
 */
const api: PreloadApi = { ready: () => ipcRenderer.send(channels.ready) }
contextBridge.exposeInMainWorld('foyer', api)

ipcRenderer.on(channels.port, (event) => {
  window.postMessage({ type: pageEvents.port }, window.location.origin, event.ports)
})
ipcRenderer.on(channels.health, (_event, health: unknown) => {
  window.postMessage({ type: pageEvents.health, health }, window.location.origin)
})
