import type { Sender } from '../../../shared/contract/commands/define.ts'
import type { HandoffStep } from '../../../shared/contract/commands/phones.ts'
import type { DurableEnvelope, Envelope } from '../../../shared/contract/commands.ts'
import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { Offers } from '../../../shared/contract/offers.ts'
import type { Person } from '../../../shared/contract/person.ts'
import type { ChangedRow } from '../../../shared/contract/rows.ts'
import type { DeviceVerbIn, Role } from '../../../shared/contract/socket.ts'
import type {
  AccountId,
  DeviceId,
  DoorId,
  GrantId,
  Instant,
  LocationId,
  StaffId,
} from '../../../shared/domain/ids.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { OutgoingMail } from './mails.ts'
import type { PaymentVerdict } from './payments.ts'
import type { ScopeChanges, ScopeKey } from './scopes.ts'

/**
 * The seam inside the hub: `engine/` decides and stores, `server/` speaks to devices, `mail/` to mail servers.
 * The server knows no SQL and no rule; the engine knows no socket.
 */

/** A device that has proved itself. */
export interface DeviceContext {
  id: DeviceId
  /** 'phone': a browser that is no paired device; it has no row and hears no events. */
  roles: Sender[]
  /** Where it stands; of a phone, the location whose page it looks at. */
  location: LocationId
}

/** What is to happen once a commit is on disk. Lost when the hub dies in between; nothing rests on it. */
export type Effect =
  | { kind: 'mail'; mail: OutgoingMail }
  /** `session` is the public part of the token, before the dot. */
  | { kind: 'session-ended'; device: DeviceId; session: string }
  | { kind: 'person'; device: DeviceId; session: string; person: Person }
  /** How far the phone is that opened this kiosk's link (R7.4). */
  | { kind: 'handoff'; device: DeviceId; handoff: string; step: HandoffStep }
  /** `session` is the whole token of a session on the kiosk. */
  | { kind: 'greeted'; device: DeviceId; handoff: string; session: string; person: Person }
  /** What a session sees beyond the public catalogue has changed (R1.2). */
  | { kind: 'offers'; device: DeviceId; session: string; offers: Offers }
  | { kind: 'device-revoked'; device: DeviceId }
  /** A page of the payment provider was opened: ask what comes of it (R3.5). */
  | { kind: 'payment-opened'; ref: string }

/** What one commit (of one or many commands) brought about. Listeners run after it is on disk, in order. */
export interface Commit {
  changes: ScopeChanges[]
  effects: Effect[]
}

/** A door is to be opened by the device that hosts it: the server asks it, and says what came of it (`settleUnlock`). */
export interface UnlockOrder {
  command: string
  host: DeviceId
  door: DoorId
  grant: GrantId | null
  reason: string
  notAfter: Instant
  by: { account: AccountId } | { staff: StaffId }
}

export type Execution =
  | { kind: 'answer'; result: Result<unknown, FoyerError> }
  /** Decided and on disk, but the answer depends on the door. */
  | { kind: 'unlock'; order: UnlockOrder }

export interface Engine {
  /**
   * Runs one command: checked, decided, written, committed. A command id that was seen before gets the same answer (I2).
   * Resolves after the commit is on disk. Rejects only on a bug or a broken disk; then nothing was written.
   */
  execute(device: DeviceContext, envelope: Envelope): Promise<Execution>
  /**
   * Runs durable commands of one device in their order, in one commit where possible; each as `execute` would. Stops at
   * the first that may pass later (`transientErrors`), a bug included: its answer is the last, and those after it had no
   * effect, so that none of them uses up a number above one that is to come again. Never rejects.
   */
  executeInOrder(
    device: DeviceContext,
    envelopes: readonly DurableEnvelope[],
  ): Promise<Result<unknown, FoyerError>[]>
  /** Keeps the outcome of an unlock as the command's answer, and in the audit log when it failed. */
  settleUnlock(
    order: UnlockOrder,
    result: Result<{ result: 'opened' | 'accepted' }, FoyerError>,
  ): Promise<void>
  /** Uses a pairing code up (R10.2). Wrong codes are counted: 10 in 10 minutes per hub, then 'rate-limited'. */
  pair(input: DeviceVerbIn<'pair'>): Promise<Result<{ device: DeviceId; roles: Role[] }, FoyerError>>
  /** null for a device that was never paired. */
  device(id: DeviceId): { publicKey: string; roles: Role[]; location: LocationId; revoked: boolean } | null
  /** A device came or went; kept for reception. */
  devicePresence(
    id: DeviceId,
    presence: { online: boolean; version?: string; clockSkewMs?: number },
  ): Promise<void>
  deviceReport(id: DeviceId, report: DeviceVerbIn<'report'>): Promise<void>
  /** True when `token` is a live session of staff on that device. */
  staffSession(id: DeviceId, token: string): boolean
  mailStatus(mail: string, status: 'accepted' | 'refused' | 'failed', detail: string): Promise<void>
  /**
   * Takes down what the payment provider says of a page, once however often it is told; one that is unknown is left alone
   * (R3.5).
   */
  settlePayment(ref: string, verdict: PaymentVerdict): Promise<void>
  isPayment(ref: string): boolean
  /** Pages on which the provider has not had its last word, oldest first. */
  unsettledPayments(): string[]
  /** Rows after `cursor`, by rev; `to` is the rev of the last row returned, or the head when nothing is left. */
  since(
    key: ScopeKey,
    cursor: number,
    limit: number,
  ): { from: number; to: number; rows: ChangedRow[]; more: boolean }
  head(key: ScopeKey): number
  /** A code that pairs one device of a location: 8 characters, 10 minutes, once. */
  pairingCode(role: Role | 'both', location: LocationId): Promise<{ code: string; expiresAt: Instant }>
  /**
   * Where phones reach the hub, without a slash at the end: links begin with it. Mails that a stop left unsent, and that
   * may be written again, go out now.
   */
  setUrl(url: string): Promise<void>
  /** The locations of this hub, at least one. */
  locations(): LocationId[]
  /** True until a device was paired. */
  unpaired(): boolean
  /** The hub's own id and the raw public key that its passes verify with, base64url. */
  readonly id: string
  readonly passKey: string
  /** The PIN of a new hub's first member of staff, to be told once; it is not kept anywhere. */
  readonly firstPin: string | null
  onCommit(listen: (commit: Commit) => void): void
  /** Waits for what is queued, then closes the store. */
  close(): Promise<void>
}
