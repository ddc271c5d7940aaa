import type { Instant } from '../../../shared/domain/ids.ts'
import type { System } from '../../lib/system.ts'

interface IdleDeps {
  system: System
  /** In seconds, from the location (R10.3). */
  times(): { askAfter: number; forgetAfter: number }
  ask(forgetAt: Instant): void
  forget(): void
}

/** Notices that nobody touches the screen any more: asks, and then forgets (R10.3). */
export interface Idle {
  touched(): void
  /** Whether there is anything to forget. */
  watch(on: boolean): void
  close(): void
}

export function createIdle({ system, times, ask, forget }: IdleDeps): Idle {
  let watching = false
  let cancel = (): void => {}

  const arm = (): void => {
    cancel()
    cancel = system.after(times().askAfter * 1000, () => {
      const wait = times().forgetAfter * 1000
      cancel = system.after(wait, forget)
      ask(system.now() + wait)
    })
  }

  return {
    touched: () => {
      if (watching) arm()
    },
    watch: (on) => {
      if (on === watching) return
      watching = on
      if (on) arm()
      else cancel()
    },
    close: () => cancel(),
  }
}
