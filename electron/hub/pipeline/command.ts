import type { CommandType, commands, OutcomeOf, PayloadOf } from '../../../shared/contract/commands.ts'
import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { Person } from '../../../shared/contract/person.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { DeviceContext, UnlockOrder } from '../seam/engine.ts'
import type { Constraint } from '../store/transactions.ts'
import type { CommandContext, LocationDeps, PersonContext, StaffContext, ViewerContext } from './context.ts'

type ContextOf<T extends CommandType> = (typeof commands)[T]['as'] extends 'person'
  ? PersonContext
  : (typeof commands)[T]['as'] extends 'staff'
    ? StaffContext
    : (typeof commands)[T]['as'] extends 'viewer'
      ? ViewerContext
      : CommandContext

/** Decided and to be kept, but the answer depends on the door (DOORS.md: never retried, never queued). */
export interface Unlocking {
  unlock: Omit<UnlockOrder, 'command'>
}

/** What `present` may use besides what was kept. `person` is fresh from the command; absent when it is a repeat. */
export interface Presenting {
  deps: LocationDeps
  command: string
  device: DeviceContext
  person?: Person
}

/**
 * One command: decides by the pure rules and writes what follows. `Kept` is what is stored as its answer and holds no
 * secret and nobody's data; `present` makes the answer from it, the first time and on every repeat (I2).
 */
export interface CommandDefinition<T extends CommandType, Kept, Ready> {
  /** Slow work that needs no transaction, such as argon2. Reads at most. `session` is the token, not checked yet. */
  prepare?(
    deps: LocationDeps,
    payload: PayloadOf<T>,
    device: DeviceContext,
    session: string | undefined,
  ): Promise<Ready>
  run(run: ContextOf<T>, payload: PayloadOf<T>, ready: Ready): Result<Kept, FoyerError> | Unlocking
  present?(kept: Kept, presenting: Presenting): OutcomeOf<T>
  /** What to answer when the schema refused what the rules had let through (I1). Without it that is a bug. */
  refused?(constraint: Constraint): Result<never, FoyerError>
  /** Only reads: neither stored nor audited. */
  readOnly?: boolean
  /** A session that is over will do, as long as it was this device's. */
  sessionMayBeOver?: boolean
}

/** A command whose types are behind it: `execute` has checked the payload and the session by then. */
export interface Command {
  readonly type: CommandType
  readonly readOnly: boolean
  readonly sessionMayBeOver: boolean
  readonly refused: ((constraint: Constraint) => Result<never, FoyerError>) | undefined
  readonly prepare:
    | ((
        deps: LocationDeps,
        payload: unknown,
        device: DeviceContext,
        session: string | undefined,
      ) => Promise<unknown>)
    | undefined
  run(context: CommandContext, payload: unknown, ready: unknown): Result<unknown, FoyerError> | Unlocking
  present(kept: unknown, presenting: Presenting): unknown
}

/** Kept answers that are the outcome as it stands need no `present`; the types ask for one otherwise. */
export function defineCommand<T extends CommandType, Kept = OutcomeOf<T>, Ready = undefined>(
  type: T,
  definition: CommandDefinition<T, Kept, Ready> &
    ([Kept] extends [OutcomeOf<T>] ? object : Required<Pick<CommandDefinition<T, Kept, Ready>, 'present'>>) &
    ([Ready] extends [undefined] ? object : Required<Pick<CommandDefinition<T, Kept, Ready>, 'prepare'>>),
): Command {
  const { prepare, run, present, refused, readOnly = false, sessionMayBeOver = false } = definition
  return {
    type,
    refused,
    readOnly,
    sessionMayBeOver,
    prepare:
      prepare &&
      ((deps, payload, device, session) => prepare(deps, payload as PayloadOf<T>, device, session)),
    run: (commandRun, payload, ready) =>
      run(commandRun as ContextOf<T>, payload as PayloadOf<T>, ready as Ready),
    present: (kept, presenting) => (present ? present(kept as Kept, presenting) : kept),
  }
}
