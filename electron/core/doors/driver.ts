import type { PayloadOf } from '../../../shared/contract/commands.ts'
import type { DoorId, GrantId, Instant } from '../../../shared/domain/ids.ts'
import type { Connection } from './connection.ts'

/**
 * What a kind of door controller must be able to do. Every driver passes `contract.ts`. Methods reject with the
 * `DoorError`s of errors.ts and nothing else; while the connection is not online they reject with DoorUnreachable.
 */
export interface DoorDriver {
  readonly capabilities: DoorCapabilities
  /** Starts to connect and keeps trying until closed. */
  connect(): void
  /** Ends sockets and timers. What is in flight rejects. */
  close(): Promise<void>
  status(): DriverStatus
  /** Called after every change of the connection and after every look at its health. Returns how to stop listening. */
  onStatus(listen: (status: DriverStatus) => void): () => void
  /** States what is wanted: idempotent, takes the place of what was held for this grant. */
  grant(wanted: WantedGrant): Promise<{ state: 'active' | 'pending' }>
  /** "It was not there" is success. */
  revoke(grant: GrantId): Promise<{ state: 'gone' | 'pending' }>
  /** Everything the controller holds. */
  list(): AsyncIterable<HeldGrant>
  /** Releases the lock once, never retried and never queued. DoorTimeout: it may have opened. */
  unlock(order: UnlockOrder): Promise<{ result: 'opened' | 'accepted' }>
  /**
   * The controller's events after a cursor, first the old ones, then as they happen, at least once, in order; missing
   * ones as a `gap`. Ends when the connection is lost or `signal` aborts; goes on only once the last page was taken.
   */
  events(from: { controller: string; after: Cursor; signal: AbortSignal }): AsyncIterable<EventPage>
  setClock?(now: Instant): Promise<void>
}

export interface DoorCapabilities {
  credential: 'card' | 'pin' | 'none'
  /** How exactly it keeps to a window by itself. */
  window: 'instant' | 'date' | 'none'
  revocation: 'sync' | 'eventual'
  unlock: boolean
  eventReplay: boolean
  clock: boolean
}

export interface DriverStatus {
  connection: Connection
  /** When the controller last answered; null = never. */
  confirmedAt: Instant | null
  /** Milliseconds by which its clock is ahead of ours, as last seen. */
  clockSkewMs: number | null
  /** How many credentials it holds, as last seen. */
  credentials: number | null
}

/** One window per grant: weekly hours are laid out beforehand (`heldWindow`). */
export interface WantedGrant {
  grant: GrantId
  credential: number
  from: Instant
  /** null = no end. */
  until: Instant | null
}

export type HeldGrant = WantedGrant

export interface UnlockOrder {
  door: DoorId
  /** null for staff. */
  grant: GrantId | null
  seconds: number
  reason: string
  /** By our clock. Later than this nothing opens any more. */
  notAfter: Instant
}

/** Index of the last event that is safe with us; 0 = none. */
export type Cursor = number

export interface EventPage {
  /** Never empty. */
  events: DoorEvent[]
  /** Where to go on once these are safe: behind the last of them, and behind the end of a gap. */
  cursor: Cursor
}

export type DoorEvent = PayloadOf<'door.events'>['events'][number]
