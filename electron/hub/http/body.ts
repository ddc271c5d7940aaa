import type { IncomingMessage } from 'node:http'
import type { System } from '../../lib/system.ts'

export type Body =
  | { kind: 'text'; text: string }
  | { kind: 'too-large' }
  | { kind: 'too-slow' }
  /** Whoever sent it has gone. */
  | { kind: 'gone' }

/** Reads a body of at most `size` bytes within `within` ms. What is too much is not kept. Never rejects. */
export function readBody(
  request: IncomingMessage,
  system: System,
  { size, within }: { size: number; within: number },
): Promise<Body> {
  return new Promise((resolve) => {
    if (Number(request.headers['content-length'] ?? 0) > size) return resolve({ kind: 'too-large' })
    const chunks: Buffer[] = []
    let length = 0
    const done = (body: Body): void => {
      cancel()
      request.off('data', take)
      resolve(body)
    }
    const cancel = system.after(within, () => done({ kind: 'too-slow' }))
    const take = (chunk: Buffer): void => {
      length += chunk.length
      if (length > size) return done({ kind: 'too-large' })
      chunks.push(chunk)
    }
    request.on('data', take)
    request.once('end', () => done({ kind: 'text', text: Buffer.concat(chunks).toString('utf8') }))
    request.once('error', () => done({ kind: 'gone' }))
    request.once('close', () => done({ kind: 'gone' }))
  })
}
