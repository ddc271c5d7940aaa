import type { Language } from '../../../shared/contract/basics.ts'
import { type FoyerError, failure } from '../../../shared/contract/errors.ts'
import type { StaffCommand, StaffCommandType } from '../../../shared/contract/ipc.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { PortHandlers } from '../../lib/port.ts'
import type { Call } from '../sync/calls.ts'
import { delays } from '../sync/delays.ts'

interface VerbDependencies {
  call: Call
  /** The staff session; null while locked. */
  token(): string | null
  signIn(input: { staff: string; pin: string }): Promise<Result<unknown, FoyerError>>
  signOut(): void
  touched(): void
  /** The hub does not know the session any more. */
  sessionLost(): void
  setLanguage(language: Language): void
}

/** Commands that get more time than others, milliseconds. */
const timeouts: Partial<Record<StaffCommandType, number>> = { 'staff.openDoor': delays.door }

/**
 * What the console's page may ask for. A command goes to the hub in the name of whoever is signed in and is answered by
 * its outcome (R8.2); the port has checked it. While locked: 'session-invalid'.
 */
export function receptionHandlers(deps: VerbDependencies): PortHandlers<'reception'> {
  const command = async ({ type, payload }: StaffCommand): Promise<Result<unknown, FoyerError>> => {
    const session = deps.token()
    if (session === null) return failure('session-invalid')
    deps.touched()
    const timeoutMs = timeouts[type]
    const result = await deps.call(type, payload, { session, ...(timeoutMs && { timeoutMs }) })
    if (!result.ok && result.error.code === 'session-invalid' && deps.token() === session) deps.sessionLost()
    return result
  }
  return {
    command,
    signIn: deps.signIn,
    signOut: () => {
      deps.signOut()
      return ok({})
    },
    touch: () => {
      deps.touched()
      return ok({})
    },
    setLanguage: ({ language }) => {
      deps.setLanguage(language)
      return ok({})
    },
  }
}
