import { type FoyerError, failure } from '../../../shared/contract/errors.ts'
import type { AccountId, DeviceId, Instant, StaffId } from '../../../shared/domain/ids.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { SessionRecord } from '../store/sessions.ts'
import type { Store } from '../store/store.ts'
import { sameBytes, sha256 } from './keys.ts'

/**
 * Milliseconds that a person's session lasts at most: on a kiosk, which ends it long before (R10.3), and on a phone,
 * which is the person's own.
 */
export const sessionLifetime = { kiosk: 30 * 60_000, phone: 30 * 24 * 3_600_000 }
/** Milliseconds that staff stay signed in at most; the console locks itself after 60 s (R8.5). */
export const staffSessionLifetime = 12 * 3_600_000

/** A token is the session's id, a dot, and a secret of which only the hash is stored. */
export function sessionToken(id: string, secret: string): string {
  return `${id}.${secret}`
}

type Stored = Pick<SessionRecord, 'device' | 'secretHash' | 'expiresAt' | 'endedAt'>

function holds(record: Stored, secret: string, device: DeviceId): boolean {
  return record.device === device && sameBytes(record.secretHash, sha256(secret))
}

function liveAt(record: Stored, at: Instant): boolean {
  return at < record.expiresAt && (record.endedAt === null || at < record.endedAt)
}

/** Whose session a token is. `mayBeOver` takes one that has ended too. Error: `session-invalid`. */
export function personSession(
  store: Store,
  device: DeviceId,
  token: string | undefined,
  at: Instant,
  mayBeOver = false,
): Result<{ session: string; account: AccountId }, FoyerError> {
  const [id = '', secret = ''] = token?.split('.') ?? []
  const record = store.sessions.find(id)
  if (!record || !holds(record, secret, device)) return failure('session-invalid')
  if (!mayBeOver && !liveAt(record, at)) return failure('session-invalid')
  return ok({ session: id, account: record.account })
}

/** Which member of staff a token belongs to. Error: `session-invalid`. */
export function staffSession(
  store: Store,
  device: DeviceId,
  token: string | undefined,
  at: Instant,
): Result<{ session: string; staff: { id: StaffId; name: string } }, FoyerError> {
  const [id = '', secret = ''] = token?.split('.') ?? []
  const record = store.sessions.findStaff(id)
  if (!record || !holds(record, secret, device) || !liveAt(record, at)) return failure('session-invalid')
  return ok({ session: id, staff: { id: record.staff, name: record.name } })
}
