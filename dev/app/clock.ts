import type { System } from '../../electron/lib/system.ts'

interface Timer {
  due: number
  run: () => void
  cancel: () => void
}

/** A system whose clock can be turned. */
export interface TurnedSystem extends System {
  /**
   * Puts the clock so many milliseconds ahead of the real one (negative: behind). Forward, it is as if the time had passed: what
   * was due by then happens now. Back, the clock alone is put back: what waits goes on waiting as long as it would have.
   */
  turn(ahead: number): void
}

export function turnable(real: System): TurnedSystem {
  let ahead = 0
  const timers = new Set<Timer>()
  const now = (): number => real.now() + ahead

  const arm = (timer: Timer): void => {
    timer.cancel = real.after(timer.due - now(), () => {
      timers.delete(timer)
      timer.run()
    })
  }

  return {
    now,
    random: (length) => real.random(length),
    after(ms, run) {
      const timer: Timer = { due: now() + Math.max(0, ms), run, cancel: () => {} }
      timers.add(timer)
      arm(timer)
      return () => {
        timers.delete(timer)
        timer.cancel()
      }
    },
    turn(next) {
      const by = next - ahead
      ahead = next
      for (const timer of timers) {
        if (by < 0) timer.due += by
        else {
          timer.cancel()
          arm(timer)
        }
      }
    },
  }
}
