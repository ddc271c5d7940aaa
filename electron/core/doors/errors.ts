/**
 * What can go wrong at a door. `outcome`: whether what was asked for has happened; `retry`: whether asking again later,
 * unchanged, can help. An unlock is never asked for again, whatever this says.
 */
export type Outcome = 'not-done' | 'unknown' | 'done'

export abstract class DoorError extends Error {
  abstract readonly outcome: Outcome
  abstract readonly retry: boolean
}

/** Nothing was sent, or the network said at once that nobody was there. */
export class DoorUnreachable extends DoorError {
  override readonly name = 'DoorUnreachable'
  readonly outcome = 'not-done'
  readonly retry = true
}

/** It was sent and no answer came. */
export class DoorTimeout extends DoorError {
  override readonly name = 'DoorTimeout'
  readonly outcome = 'unknown'
  readonly retry = true
}

/** The controller does not accept who we are. */
export class DoorAuthError extends DoorError {
  override readonly name = 'DoorAuthError'
  readonly outcome = 'not-done'
  readonly retry = false
}

/** The controller understood and does not do it. */
export class DoorRejected extends DoorError {
  override readonly name = 'DoorRejected'
  readonly outcome = 'not-done'
  readonly retry = false
}

/** The controller knows no such door. */
export class DoorNotFound extends DoorError {
  override readonly name = 'DoorNotFound'
  readonly outcome = 'not-done'
  readonly retry = false
}

/** Something else already stands where this should go. */
export class DoorConflict extends DoorError {
  override readonly name = 'DoorConflict'
  readonly outcome = 'not-done'
  readonly retry = true
}

/** No room for another credential. */
export class DoorCapacity extends DoorError {
  override readonly name = 'DoorCapacity'
  readonly outcome = 'not-done'
  readonly retry = true
}

/** Asked too often. */
export class DoorRateLimited extends DoorError {
  override readonly name = 'DoorRateLimited'
  readonly outcome = 'not-done'
  readonly retry = true
}

/** The controller, or a service before it, is broken itself. */
export class DoorUpstream extends DoorError {
  override readonly name = 'DoorUpstream'
  readonly outcome = 'not-done'
  readonly retry = true
}

/** It tried and the door did not do it. */
export class DoorActionFailed extends DoorError {
  override readonly name = 'DoorActionFailed'
  readonly outcome = 'not-done'
  readonly retry = false
}

/** The answer made no sense: another firmware, or another device altogether. */
export class DoorProtocolError extends DoorError {
  override readonly name = 'DoorProtocolError'
  readonly outcome = 'unknown'
  readonly retry = false
}

/** It is set up in a way that cannot work. */
export class DoorConfigError extends DoorError {
  override readonly name = 'DoorConfigError'
  readonly outcome = 'not-done'
  readonly retry = false
}

/** True when nobody answered, as against an answer that says no. */
export function isSilence(error: unknown): error is DoorUnreachable | DoorTimeout {
  return error instanceof DoorUnreachable || error instanceof DoorTimeout
}
