import type { Person } from '../../../../shared/contract/person.ts'
import type { AccountId, DeviceId } from '../../../../shared/domain/ids.ts'
import { newId } from '../../../lib/system.ts'
import { sha256 } from '../../pipeline/keys.ts'
import { loadPerson } from '../../projections/person.ts'
import type { CommandRun, Parts } from '../../pipeline/context.ts'
import { sessionLifetime, sessionToken } from '../../pipeline/sessions.ts'

/** What is kept of an answer that opens a session: no token and nobody's data. A repeat makes both anew (I2). */
export interface OpenedSession {
  session: string
  account: AccountId
}

/** One session per device: whoever was signed in on it before is signed out. The token follows from `seed`. */
export function openSession(
  run: CommandRun,
  account: AccountId,
  { device, lifetime, seed }: { device: DeviceId; lifetime: number; seed: string } = {
    device: run.device.id,
    lifetime: run.device.roles.includes('phone') ? sessionLifetime.phone : sessionLifetime.kiosk,
    seed: run.command,
  },
): OpenedSession {
  const { store, now, keys } = run
  const before = store.sessions.openOn(device)
  if (before) {
    store.sessions.end(before.id, Math.min(now, before.expiresAt))
    if (now < before.expiresAt) run.effects.push({ kind: 'session-ended', device, session: before.id })
  }
  const id = newId(run.system)
  const secretHash = sha256(keys.sessionSecret(seed))
  store.sessions.open({ id, account, device, secretHash, openedAt: now, expiresAt: now + lifetime })
  return { session: id, account }
}

/** The answer that opens a session, the first time and on every repeat. */
export function presentSession(
  { session, account }: OpenedSession,
  { parts, command, person = loadPerson(parts, account, parts.system.now()) }: Presented,
): { session: string; person: Person } {
  if (!person) throw new Error(`no account ${account}`)
  return { session: sessionToken(session, parts.keys.sessionSecret(command)), person }
}

interface Presented {
  parts: Parts
  command: string
  person?: Person | undefined
}
