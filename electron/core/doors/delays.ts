import type { RetryDelays } from '../../lib/retry.ts'

/** Every delay of the doors, in milliseconds. Tests pass shorter ones where they talk to a real process. */
export interface Delays {
  /** Until a request that may be repeated is sent again, and how often it is sent at all. */
  readonly answer: number
  readonly tries: number
  /** Until the outcome of an unlock counts as unknown. It is never sent again. */
  readonly unlock: number
  /** Between attempts to reach a silent controller. Not longer: I6 counts 2 s from when it can be reached again. */
  readonly probe: number
  /** How much of a wait for a silent controller is left to chance (`jittered`). */
  readonly probeJitter: number
  /** After something the controller refused. */
  readonly retry: RetryDelays
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
  /**
   * What a device that was revoked waits at most for its controllers to have taken the grants back (I6, R10.2): long enough
   * for a slow one with many. Whatever is left then opens on until another host takes the door over.
   */
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
  probeJitter: 0.5,
  retry: { first: 1_000, most: 5 * 60_000, jitter: 0.5 },
  events: 500,
  health: 5_000,
  sweep: 30_000,
  clockWarn: 5_000,
  clockSet: 60_000,
  revokeAlarm: 5 * 60_000,
  goneShown: 10 * 60_000,
  letGo: 30_000,
  reportGather: 100,
  reportRepeat: 30_000,
}
