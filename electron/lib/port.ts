import type { z } from 'zod'
import { type FoyerError, failure } from '../../shared/contract/errors.ts'
import {
  type PortMessage,
  type PortRole,
  type PortViews,
  portRequestSchema,
  portVerbs,
} from '../../shared/contract/ipc.ts'
import type { ViewChange } from '../../shared/contract/view-change.ts'
import type { Result } from '../../shared/domain/result.ts'
import { parse } from './parse.ts'

/** The part of Electron's MessagePortMain that is used; a Node MessagePort fits too. */
export interface PortLike {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  start(): void
  close(): void
}

/** One handler per verb of a role; what it takes is already checked. */
export type PortHandlers<R extends PortRole> = {
  [V in keyof (typeof portVerbs)[R]]: (typeof portVerbs)[R][V] extends z.ZodType<infer I>
    ? (input: I) => Promise<Result<unknown, FoyerError>> | Result<unknown, FoyerError>
    : never
}

/** Serves one page over its port. Only the verbs of `role` exist on it (I9). Returns how to tell the page what has changed. */
export function servePort<R extends PortRole>(
  port: PortLike,
  role: R,
  handlers: PortHandlers<R>,
  onClose: () => void,
): (change: ViewChange<PortViews[R]>) => void {
  const post = (message: PortMessage<R>): void => port.postMessage(message)
  port.on('message', ({ data }) => {
    const request = parse(portRequestSchema, data)
    if (!request.ok) return
    const { n, verb, input } = request.value
    void answer(role, handlers, verb, input).then((result) => post({ type: 'answer', n, result }))
  })
  port.on('close', onClose)
  port.start()
  return (change) => post({ type: 'view', ...change })
}

async function answer<R extends PortRole>(
  role: R,
  handlers: PortHandlers<R>,
  verb: string,
  input: unknown,
): Promise<Result<unknown, FoyerError>> {
  const schemas: Record<string, z.ZodType> = portVerbs[role]
  const schema = Object.hasOwn(schemas, verb) ? schemas[verb] : undefined
  if (!schema) return failure('unknown-verb', { verb })
  const checked = parse(schema, input)
  if (!checked.ok) return checked
  const handler = (handlers as Record<string, (input: unknown) => Promise<Result<unknown, FoyerError>>>)[verb]
  if (!handler) return failure('unknown-verb', { verb })
  return handler(checked.value)
}
