import type { IncomingMessage } from 'node:http'
import type { System } from '../../lib/system.ts'
import { readBody } from '../http/body.ts'

/** The largest is an order for a page. */
const limits = { size: 16_384, within: 5_000 }

/** A small body as text; null when it is too large, too slow, or its sender has gone. Never rejects. */
export async function readSmallBody(request: IncomingMessage, system: System): Promise<string | null> {
  const body = await readBody(request, system, limits)
  return body.kind === 'text' ? body.text : null
}
