import type { Language } from '../../../shared/contract/basics.ts'
import type { CommandType, OutcomeOf, PayloadOf } from '../../../shared/contract/commands.ts'
import { type FoyerError, failure } from '../../../shared/contract/errors.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { PortHandlers } from '../../lib/port.ts'
import type { Call } from '../sync/calls.ts'
import { delays } from '../sync/delays.ts'

interface Parts {
  call: Call
  /** The staff session; null while locked. */
  token(): string | null
  signIn(input: { staff: string; pin: string }): Promise<Result<unknown, FoyerError>>
  signOut(): void
  touched(): void
  /** The hub does not know the session any more. */
  refused(): void
  setLanguage(language: Language): void
}

/** The console's verbs: each action is a command in the name of whoever is signed in, answered by its result (R8.2). */
export function receptionHandlers(parts: Parts): PortHandlers<'reception'> {
  const act = async <T extends CommandType>(
    type: T,
    payload: PayloadOf<T>,
    timeoutMs?: number,
  ): Promise<Result<OutcomeOf<T>, FoyerError>> => {
    const session = parts.token()
    if (session === null) return failure('session-invalid')
    parts.touched()
    const result = await parts.call(type, payload, { session, ...(timeoutMs && { timeoutMs }) })
    if (!result.ok && result.error.code === 'session-invalid' && parts.token() === session) parts.refused()
    return result
  }
  const done = (run: () => void) => (): Result<unknown, FoyerError> => {
    run()
    return ok({})
  }
  return {
    signIn: parts.signIn,
    signOut: done(parts.signOut),
    touch: done(parts.touched),
    setLanguage: ({ language }) => done(() => parts.setLanguage(language))(),
    openDoor: (input) => act('staff.openDoor', input, delays.door),
    revokeGrant: (input) => act('staff.revokeGrant', input),
    liftLockout: (input) => act('staff.liftLockout', input),
    checkOut: (input) => act('staff.checkOut', input),
    markPaid: (input) => act('staff.markPaid', input),
    pairingCode: (input) => act('staff.pairingCode', input),
    revokeDevice: (input) => act('staff.revokeDevice', input),
    invite: (input) => act('staff.invite', input),
    resendInvite: (input) => act('staff.resendInvite', input),
    issueCode: (input) => act('staff.issueCode', input),
    vouch: (input) => act('staff.vouch', input),
    answer: (input) => act('staff.answer', input),
    subscribe: (input) => act('staff.subscribe', input),
    endPlan: (input) => act('staff.endPlan', input),
  }
}
