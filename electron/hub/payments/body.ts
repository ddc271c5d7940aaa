import type { IncomingMessage } from 'node:http'
import type { System } from '../../lib/system.ts'

/** Bytes of a request that are read at most: the largest is an order for a page. */
const size = 16_384
const within = 5_000

/** A small body as text; null when it is too large, too slow, or its sender has gone. Never rejects. */
export function readSmallBody(request: IncomingMessage, system: System): Promise<string | null> {
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    let length = 0
    const done = (text: string | null): void => {
      cancel()
      request.removeAllListeners('data')
      resolve(text)
    }
    const cancel = system.after(within, () => done(null))
    request.on('data', (part: Buffer) => {
      length += part.length
      if (length > size) return done(null)
      parts.push(part)
    })
    request.once('end', () => done(Buffer.concat(parts).toString('utf8')))
    request.once('error', () => done(null))
    request.once('close', () => done(null))
  })
}
