/** Where the connection to a controller stands. It keeps trying by itself until it is closed. */
export type Connection =
  | { state: 'disconnected' }
  /** Nobody answers: asked again and again. */
  | { state: 'connecting'; why: string }
  /** `controller` is its serial number: another one means another board. */
  | { state: 'online'; controller: string }
  /** Somebody answers, but nothing that makes sense: asked again with backoff. */
  | { state: 'faulty'; why: string; failures: number }

export type ConnectionEvent =
  | { type: 'started' }
  | { type: 'answered'; controller: string }
  | { type: 'silent'; why: string }
  | { type: 'fault'; why: string }
  | { type: 'closed' }

/** The state after something happened. Once closed, only `started` counts. */
export function nextConnection(now: Connection, event: ConnectionEvent): Connection {
  if (event.type === 'closed') return { state: 'disconnected' }
  if (event.type === 'started') return now.state === 'disconnected' ? { state: 'connecting', why: '' } : now
  if (now.state === 'disconnected') return now
  switch (event.type) {
    case 'answered':
      return { state: 'online', controller: event.controller }
    case 'silent':
      return { state: 'connecting', why: event.why }
    case 'fault':
      return { state: 'faulty', why: event.why, failures: now.state === 'faulty' ? now.failures + 1 : 1 }
  }
}
