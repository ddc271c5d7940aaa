import { type PageBridge, type PreloadApi, pageEvents } from '../../shared/contract/channels.ts'

type Health = Parameters<Parameters<PageBridge<MessagePort>['onHealth']>[0]>[0]

/**
 * The bridge to main as this page sees it: the preload posts ports and health to the window, as a port cannot cross the
 * context bridge. Messages from anywhere but this very window are ignored. Call it once, before the first render.
 */
export function windowBridge(page: Window & { foyer: PreloadApi }): PageBridge<MessagePort> {
  const portHandlers: ((port: MessagePort) => void)[] = []
  const healthHandlers: ((health: Health) => void)[] = []
  page.addEventListener('message', (event: MessageEvent<{ type?: unknown; health?: Health }>) => {
    if (event.source !== page) return
    const [port] = event.ports
    if (event.data?.type === pageEvents.port && port) for (const handle of portHandlers) handle(port)
    if (event.data?.type === pageEvents.health && event.data.health)
      for (const handle of healthHandlers) handle(event.data.health)
  })
  let asked = false
  return {
    onPort(handler) {
      portHandlers.push(handler)
      if (!asked) page.foyer.ready()
      asked = true
    },
    onHealth(handler) {
      healthHandlers.push(handler)
    },
  }
}
