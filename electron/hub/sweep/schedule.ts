import { createContext, type EngineDeps } from '../pipeline/context.ts'
import type { Writer } from '../pipeline/writer.ts'
import { nextSweep, sweepHub, sweepLocation } from './sweep.ts'

/** Looks once a minute, and before the first command of a new day, for what became due (R5.5, R2.3). */
export function startSweeping(deps: EngineDeps, writer: Writer) {
  const { system, log } = deps
  let last = system.now()
  let next = nextSweep(deps, last)
  let waiting = false

  const ifDue = (): void => {
    if (waiting || system.now() < next) return
    waiting = true
    writer
      .submit((changeSet) => {
        const now = system.now()
        // Before the sweep: if it fails, trying again at once would fail again, and again.
        next = nextSweep(deps, now)
        waiting = false
        const contexts = deps.locations().map((location) => createContext(deps, changeSet, { now, location }))
        for (const context of contexts) sweepLocation(context, last)
        if (contexts[0]) sweepHub(contexts[0], last)
        return now
      })
      .then((now) => {
        last = now
      })
      .catch((error: unknown) => {
        waiting = false
        log('error', 'sweep-failed', { why: (error as Error).message })
      })
  }
  const look = (): void => {
    ifDue()
    cancel = system.after(Math.max(next - system.now(), 1000), look)
  }
  let cancel = system.after(next - last, look)

  return {
    /** To be called before anything that decides is submitted: what is over must be over for it too. */
    ifDue,
    stop: (): void => cancel(),
  }
}
