import type { Server, Socket } from 'socket.io'
import type { FoyerError } from '../../../shared/contract/errors.ts'
import type {
  DeviceVerb,
  HubEvent,
  HubEventBody,
  HubVerb,
  HubVerbIn,
} from '../../../shared/contract/socket.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { DeviceContext } from '../seam/engine.ts'
import type { ScopeKey } from '../seam/scopes.ts'

/** Socket.IO's own event maps, made from the contract. What a device sends is unknown until it is parsed. */
export type Answer = (result: Result<unknown, FoyerError>) => void
type FromDevice = { [V in DeviceVerb]: (input: unknown, answer: Answer) => void }
type ToDevice = { [E in HubEvent]: (body: HubEventBody<E>) => void } & {
  [V in HubVerb]: (input: HubVerbIn<V>, answer: (result: unknown) => void) => void
}
export type HubIo = Server<FromDevice, ToDevice>
export type HubSocket = Socket<FromDevice, ToDevice>

/** One socket and what it has shown so far. */
export interface Connection {
  readonly socket: HubSocket
  /** What is to be signed; null once it was used, right or wrong. */
  nonce: string | null
  /** Set by `prove`; until then only `pair` and `prove` are answered. */
  device: DeviceContext | null
  /** Token of the staff session that the reception scope is sent for; null = not subscribed. */
  staff: string | null
  /** Snapshots that are being sent: how far, and the head when each began. */
  readonly snapshots: Map<ScopeKey, { to: number; head: number }>
}
