import { serveCore } from '../../electron/core/serve.ts'
import type { PortLike } from '../../electron/lib/port.ts'
import { type ParentPort, parentPort } from '../../electron/lib/process-channel.ts'
import { realSystem } from '../../electron/lib/system.ts'
import type { PortMessage } from '../../shared/contract/ipc.ts'
import type { KioskView } from '../../shared/contract/kiosk-view.ts'
import { changedView } from '../../shared/contract/view-change.ts'
import { turnable } from './clock.ts'
import { type DevMessage, withoutDevMessages } from './messages.ts'

/** The real core, with a clock that main can turn; main also hears of the passes that the kiosk shows. */

const system = turnable(realSystem)
const parent = withoutDevMessages(parentPort(), (message) => {
  if (message.dev === 'clock') system.turn(message.ahead)
})
serveCore(withWatchedPages(parent), system)

function withWatchedPages(port: ParentPort): ParentPort {
  return {
    postMessage: (message) => port.postMessage(message),
    on: (event, listener) =>
      port.on(event, ({ data, ports }) => listener({ data, ports: ports.map(watched) })),
  }
}

/** The same port to a page, whose views are looked at on their way. */
function watched(port: PortLike): PortLike {
  return {
    postMessage(message) {
      tellPass(message as PortMessage<'kiosk'>)
      port.postMessage(message)
    },
    on: (event: 'message' | 'close', listener: (event: { data: unknown }) => void) =>
      event === 'message' ? port.on(event, listener) : port.on(event, () => listener({ data: null })),
    start: () => port.start(),
    close: () => port.close(),
  }
}

let view: KioskView | null = null

function tellPass(message: PortMessage<'kiosk'>): void {
  if (message.type !== 'view') return
  view = changedView<KioskView>(view, message)
  const { screen } = view
  if (screen.name !== 'done' || screen.pass === '') return
  const { firstName, deskLabel, pass } = screen
  const told: DevMessage = { dev: 'pass', label: `${firstName || 'Somebody'}, ${deskLabel}`, text: pass }
  parent.postMessage(told)
}
