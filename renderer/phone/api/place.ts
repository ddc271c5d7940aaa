import { type PhonePlace, phonePlaceSchema } from '../../../shared/contract/phone-page.ts'
import { type Heard, noteSkew, type Wire } from './ask.ts'

const timeoutMs = 10_000
const pauseMs = 3_000

/** What the hub says without a login. It is needed for everything else, so it is asked for until it comes. */
export async function fetchPlace(wire: Wire, heard: Heard): Promise<PhonePlace> {
  for (;;) {
    const place = await once(wire, heard).catch(() => null)
    heard.reached(place !== null)
    if (place) return place
    await wire.wait(pauseMs)
  }
}

async function once(wire: Wire, heard: Heard): Promise<PhonePlace> {
  const sentAt = wire.now()
  const response = await wire.fetch('/api/place', {
    credentials: 'same-origin',
    signal: AbortSignal.timeout(timeoutMs),
  })
  noteSkew(response, sentAt, wire.now(), heard)
  return phonePlaceSchema.parse(await response.json())
}
