import { randomBelow, type System } from '../../lib/system.ts'

/** Every delay of the doors, in milliseconds. Tests pass shorter ones where they talk to a real process. */
export interface Delays {
  /** Until a request that may be repeated is sent again, and how often it is sent at all. */
  readonly answer: number
  readonly tries: number
  /** Until the outcome of an unlock counts as unknown. It is never sent again. */
  readonly unlock: number
  /** Between attempts to reach a silent controller. Not longer: I6 counts 2 s from when it can be reached again. */
  readonly probe: number
  /** After something the controller refused: from first, doubling, to longest; then half of it is chance. */
  readonly backoffFirst: number
  readonly backoffLongest: number
  /** Between questions for new events. */
  readonly events: number
  /** Between questions for health and clock. */
  readonly health: number
  /** Between full comparisons of what a controller holds with what it should. */
  readonly sweep: number
  /** A clock that is off by this much is reported, and by that much set. */
  readonly clockWarn: number
  readonly clockSet: number
  /** A grant that ended and is still at the door after this is an alarm. */
  readonly revokeAlarm: number
  /** How long a grant that is no longer in the replica is still reported as gone. */
  readonly goneShown: number
  /** What a device that was revoked waits for its controllers to have taken the grants back (I6, R10.2). */
  readonly letGo: number
  /** Changes within this are reported as one; unchanged, a report is repeated after that. */
  readonly reportGather: number
  readonly reportRepeat: number
}

export const delays: Delays = {
  answer: 400,
  tries: 4,
  unlock: 3_000,
  probe: 500,
  backoffFirst: 1_000,
  backoffLongest: 5 * 60_000,
  events: 500,
  health: 5_000,
  sweep: 30_000,
  clockWarn: 5_000,
  clockSet: 60_000,
  revokeAlarm: 5 * 60_000,
  goneShown: 10 * 60_000,
  letGo: 2_000,
  reportGather: 100,
  reportRepeat: 30_000,
}

/** How long to wait after the nth failure in a row (from 1), in milliseconds: never below half of the full wait. */
export function backoff(failures: number, { backoffFirst, backoffLongest }: Delays, system: System): number {
  const full = Math.min(backoffFirst * 2 ** Math.min(failures - 1, 30), backoffLongest)
  return jittered(full, system)
}

/** Between half and all of `ms`, so that many devices do not ask in step. */
export function jittered(ms: number, system: System): number {
  const half = Math.floor(ms / 2)
  return ms - half + randomBelow(system, half + 1)
}

/** Resolves after `ms`, or at once when `signal` aborts. */
export function wait(ms: number, system: System, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = (): void => {
      cancel()
      signal.removeEventListener('abort', done)
      resolve()
    }
    const cancel = system.after(ms, done)
    signal.addEventListener('abort', done)
  })
}
