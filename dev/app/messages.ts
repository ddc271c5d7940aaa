import type { ParentPort } from '../../electron/lib/process-channel.ts'

/** What the dev app's main and its processes say to each other beside the product's own messages, on the same channel. */
export type DevMessage =
  /** Main → core, hub: how far the clock is ahead, in milliseconds. */
  | { dev: 'clock'; ahead: number }
  /** Core → main: the kiosk shows a pass. */
  | { dev: 'pass'; label: string; text: string }

export function isDevMessage(message: unknown): message is DevMessage {
  return typeof message === 'object' && message !== null && 'dev' in message
}

/** The port to main without the dev app's own messages, which go to `handle`. */
export function withoutDevMessages(port: ParentPort, handle: (message: DevMessage) => void): ParentPort {
  return {
    postMessage: (message) => port.postMessage(message),
    on: (event, listener) =>
      port.on(event, (received) => {
        if (isDevMessage(received.data)) handle(received.data)
        else listener(received)
      }),
  }
}
