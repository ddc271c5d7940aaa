import { type PhonePlace, phonePlaceSchema } from '../../../shared/contract/phone-page.ts'
import { noteSkew, type ResponseMeta, type Transport } from './ask.ts'

const timeoutMs = 10_000
const pauseMs = 3_000

/** What the hub says without a login. It is needed for everything else, so it is asked for until it comes. */
export async function fetchPlace(transport: Transport, meta: ResponseMeta): Promise<PhonePlace> {
  for (;;) {
    const place = await once(transport, meta).catch(() => null)
    meta.reached(place !== null)
    if (place) return place
    await transport.wait(pauseMs)
  }
}

async function once(transport: Transport, meta: ResponseMeta): Promise<PhonePlace> {
  const sentAt = transport.now()
  const response = await transport.fetch('/api/place', {
    credentials: 'same-origin',
    signal: AbortSignal.timeout(timeoutMs),
  })
  noteSkew(response, sentAt, transport.now(), meta)
  return phonePlaceSchema.parse(await response.json())
}
