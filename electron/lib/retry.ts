import type { System } from './system.ts'

/** Exponential backoff of one kind of retry, in milliseconds. Each area names its own among its delays. */
export interface RetryDelays {
  /** Before the first retry; each further one waits `factor` times as long (2 when left out), at most `most`. */
  readonly first: number
  readonly most: number
  readonly factor?: number
  /** The share of a wait that is left to chance, 0 to 1, so that many devices do not come in step. */
  readonly jitter: number
}

/** Milliseconds to wait before retry `n`, counted from 0. `chance` is in [0, 1). */
export function backoff({ first, most, factor = 2, jitter }: RetryDelays, n: number, chance: number): number {
  return jittered(Math.min(most, first * factor ** n), jitter, chance)
}

/** `ms` with up to the share `jitter` of it taken off, in whole milliseconds. */
export function jittered(ms: number, jitter: number, chance: number): number {
  return Math.round(ms * (1 - jitter * chance))
}

/** Resolves after `ms`, or at once when `signal` aborts; never rejects. */
export function wait(system: System, ms: number, signal: AbortSignal): Promise<void> {
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
