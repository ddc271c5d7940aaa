import type { z } from 'zod'
import type { FromProcess } from '../../shared/contract/from-process.ts'
import type { PortLike } from './port.ts'

/** The side of Electron's `process.parentPort` that a utility process sees. */
export interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown; ports: PortLike[] }) => void): unknown
}

/** The port to main; throws outside a utility process. */
export function parentPort(): ParentPort {
  const port = (process as unknown as { parentPort?: ParentPort }).parentPort
  if (!port) throw new Error('This file runs as an Electron utility process; start the app with `npm start`.')
  return port
}

/** Reads what main says, checked against `schema`; unknown messages are refused loudly, as they are our own bug. */
export function onMainMessage<T>(
  port: ParentPort,
  schema: z.ZodType<T>,
  handle: (message: T, handedOver: PortLike | undefined) => void,
): (message: FromProcess) => void {
  port.on('message', ({ data, ports }) => handle(schema.parse(data), ports[0]))
  return (message) => port.postMessage(message)
}
