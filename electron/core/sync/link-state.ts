import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { Link as LinkView } from '../../../shared/contract/link.ts'

/**
 * The link as a state machine. `idle`: there is nothing to connect for, as the device has no identity and no pairing
 * code. `rejected`: the hub does not take this device for what it says it is; it has to be paired (again).
 */
export type LinkState =
  | { name: 'idle' }
  | { name: 'connecting'; failed: number }
  | { name: 'waiting'; failed: number }
  | { name: 'greeting'; hub: string | null; failed: number }
  | { name: 'pairing'; hub: string; failed: number }
  | { name: 'proving'; hub: string; failed: number }
  | { name: 'rejected'; error: FoyerError }
  | { name: 'online'; hub: string }
  | { name: 'closed' }

export type LinkEvent =
  | { type: 'connect' }
  | { type: 'opened' }
  | { type: 'lost'; again: boolean }
  | { type: 'challenged'; hub: string; next: 'prove' | 'pair' | 'nothing' }
  | { type: 'paired' }
  | { type: 'proved' }
  | { type: 'rejected'; error: FoyerError }
  | { type: 'wiped' }
  | { type: 'close' }

/** What comes next; an event that does not fit changes nothing. */
export function nextLinkState(state: LinkState, event: LinkEvent): LinkState {
  if (state.name === 'closed') return state
  const failed = 'failed' in state ? state.failed : 0
  switch (event.type) {
    case 'close':
      return { name: 'closed' }
    case 'wiped':
      return { name: 'idle' }
    case 'connect':
      return state.name === 'idle' || state.name === 'waiting' || state.name === 'rejected'
        ? { name: 'connecting', failed }
        : state
    case 'opened':
      return state.name === 'connecting' ? { name: 'greeting', hub: null, failed } : state
    case 'lost':
      if (state.name === 'rejected' || state.name === 'idle') return state
      if (!event.again) return { name: 'idle' }
      // A hub that closes before the device is online failed too: it is not asked again at once.
      return { name: 'waiting', failed: state.name === 'online' ? 0 : failed + 1 }
    case 'challenged':
      if (state.name !== 'greeting') return state
      if (event.next === 'nothing') return { name: 'greeting', hub: event.hub, failed }
      return { name: event.next === 'prove' ? 'proving' : 'pairing', hub: event.hub, failed }
    case 'paired':
      return state.name === 'pairing' ? { name: 'proving', hub: state.hub, failed } : state
    case 'proved':
      return state.name === 'proving' ? { name: 'online', hub: state.hub } : state
    case 'rejected':
      return { name: 'rejected', error: event.error }
  }
}

/** For the screen: 'offline' only once an attempt has failed, so that a short blink is not called a failure. */
export function linkView(state: LinkState): LinkView {
  if (state.name === 'online') return 'online'
  return 'failed' in state && state.failed === 0 ? 'connecting' : 'offline'
}
