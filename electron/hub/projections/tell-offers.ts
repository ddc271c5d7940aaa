import type { Offers } from '../../../shared/contract/offers.ts'
import type { PersonFacts } from '../../../shared/domain/facts.ts'
import type { DeviceId } from '../../../shared/domain/ids.ts'
import { isVisible, viewerOf } from '../../../shared/domain/visibility.ts'
import type { Seen } from '../store/items.ts'
import { loadPerson } from '../pipeline/load-person.ts'
import { offersOf } from './offers.ts'
import type { Parts, Run } from '../pipeline/context.ts'

interface Live {
  id: string
  device: DeviceId
}

/** Keeps what a session was told, so that it is told again only when that has changed. */
export function rememberOffers(parts: Parts, session: Live, offers: Offers): void {
  parts.toldOffers.set(session.device, toldText(session, offers))
}

function toldText({ id }: Live, offers: Offers): string {
  return `${id} ${JSON.stringify(offers)}`
}

/**
 * Tells a session what it sees beyond the public catalogue, if that has changed since it asked (R1.2). Who has not asked
 * will: a kiosk asks when somebody signs in and when it has found the hub again, a phone whenever it looks.
 */
export function tellOffers(run: Run, session: Live, facts: PersonFacts): void {
  const told = run.toldOffers.get(session.device)
  if (told === undefined || (told !== forgotten && !told.startsWith(`${session.id} `))) return
  const offers = offersOf(run, facts)
  if (told === toldText(session, offers)) return
  rememberOffers(run, session, offers)
  run.effects.push({ kind: 'offers', device: session.device, session: session.id, offers })
}

const forgotten = ''

/** To be called when something was undone: whatever was told may not have been, so everybody is told again. */
export function forgetTold(told: Map<DeviceId, string>): void {
  for (const device of told.keys()) told.set(device, forgotten)
}

/** Something that not everybody may know of has changed: whoever may is told (R1.3). */
export function offersChanged(run: Run, seen: Seen): void {
  for (const session of run.store.sessions.allLive(run.now)) {
    if (!run.toldOffers.has(session.device)) continue
    const facts = loadPerson(run, session.account, run.now)?.facts
    if (facts && isVisible(seen, viewerOf(facts))) tellOffers(run, session, facts)
  }
}
