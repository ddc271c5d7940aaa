import type { Instant } from '../../../shared/domain/ids.ts'

/** What waits longer than this waits for time to pass, and not for the page to be drawn. */
const longMs = 500

/**
 * Lets the page's clock begin at `start`, the time that the fixtures are made for. `still`: and stay there. Then nothing happens
 * that takes time either: nothing is asked again, nothing runs out.
 */
export function setClock(start: Instant, still: boolean): void {
  const begun = performance.now()
  const now = (): Instant => start + (still ? 0 : Math.round(performance.now() - begun))
  globalThis.Date = new Proxy(Date, {
    construct: (target, args: unknown[], self) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, self) as Date,
    get: (target, key, self) => (key === 'now' ? now : (Reflect.get(target, key, self) as unknown)),
  })
  if (!still) return
  const { setTimeout: wait, setInterval: repeat } = window
  const never = 0
  Object.assign(window, {
    setTimeout: (run: () => void, ms = 0) => (ms < longMs ? wait(run, ms) : never),
    setInterval: (run: () => void, ms = 0) => (ms < longMs ? repeat(run, ms) : never),
  })
}
