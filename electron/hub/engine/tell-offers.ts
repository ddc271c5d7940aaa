import type { Offers } from '../../../shared/contract/offers.ts'
import type { PersonFacts } from '../../../shared/domain/facts.ts'
import type { DeviceId } from '../../../shared/domain/ids.ts'
import { isVisible, viewerOf } from '../../../shared/domain/visibility.ts'
import type { Seen } from '../store/items.ts'
import { loadPerson } from './load-person.ts'
import { offersOf } from './offers.ts'
import type { Parts, Run } from './run.ts'

interface Live {
  id: string
  device: DeviceId
}

/** Keeps what a session was told, so that it is told again only when that changed. */
export function rememberOffers(parts: Parts, session: Live, offers: Offers): boolean {
  const told = `${session.id} ${JSON.stringify(offers)}`
  if (parts.toldOffers.get(session.device) === told) return false
  parts.toldOffers.set(session.device, told)
  return true
}

/** Tells a session what it sees beyond the public catalogue, if that has changed (R1.2). A phone asks by itself. */
export function tellOffers(run: Run, session: Live, facts: PersonFacts): void {
  if (!run.store.devices.find(session.device)) return
  const offers = offersOf(run, facts)
  if (rememberOffers(run, session, offers))
    run.effects.push({ kind: 'offers', device: session.device, session: session.id, offers })
}

/** Something that not everybody may know of has changed: whoever may is told (R1.3). */
export function offersChanged(run: Run, seen: Seen): void {
  for (const session of run.store.sessions.allLive(run.now)) {
    const facts = loadPerson(run, session.account, run.now)?.facts
    if (facts && isVisible(seen, viewerOf(facts))) tellOffers(run, session, facts)
  }
}
