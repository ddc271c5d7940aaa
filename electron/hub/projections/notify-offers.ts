import type { Offers } from '../../../shared/contract/offers.ts'
import type { PersonFacts } from '../../../shared/domain/facts.ts'
import type { DeviceId } from '../../../shared/domain/ids.ts'
import { isVisible, viewerOf } from '../../../shared/domain/visibility.ts'
import type { JobContext, LocationDeps } from '../pipeline/context.ts'
import { loadPerson } from '../pipeline/load-person.ts'
import type { Audience } from '../store/items.ts'
import { offersOf } from './offers.ts'

interface Live {
  id: string
  device: DeviceId
}

/** Keeps what a session was told, so that it is told again only when that has changed. */
export function rememberOffers(deps: LocationDeps, session: Live, offers: Offers): void {
  deps.lastSentOffers.set(session.device, toldText(session, offers))
}

function toldText({ id }: Live, offers: Offers): string {
  return `${id} ${JSON.stringify(offers)}`
}

/**
 * Tells a session what it sees beyond the public catalogue, if that has changed since it asked (R1.2). Who has not asked
 * will: a kiosk asks when somebody signs in and when it has found the hub again, a phone whenever it looks.
 */
export function notifyOffers(context: JobContext, session: Live, facts: PersonFacts): void {
  const told = context.lastSentOffers.get(session.device)
  if (told === undefined || (told !== forgotten && !told.startsWith(`${session.id} `))) return
  const offers = offersOf(context, facts)
  if (told === toldText(session, offers)) return
  rememberOffers(context, session, offers)
  context.effects.push({ kind: 'offers', device: session.device, session: session.id, offers })
}

const forgotten = ''

/** To be called when something was undone: whatever was told may not have been, so everybody is told again. */
export function forgetSentOffers(told: Map<DeviceId, string>): void {
  for (const device of told.keys()) told.set(device, forgotten)
}

/** Something that not everybody may know of has changed: whoever may is told (R1.3). */
export function offersChanged(context: JobContext, audience: Audience): void {
  for (const session of context.store.sessions.allLive(context.now)) {
    if (!context.lastSentOffers.has(session.device)) continue
    const facts = loadPerson(context, session.account, context.now)?.facts
    if (facts && isVisible(audience, viewerOf(facts))) notifyOffers(context, session, facts)
  }
}
