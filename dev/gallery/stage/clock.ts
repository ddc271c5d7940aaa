import type { Instant } from '../../../shared/domain/ids.ts'

/** Lets the page's clock begin at `start`, the time that the fixtures are made for; `still`: and stay there. */
export function setClock(start: Instant, still: boolean): void {
  const Real = Date
  const begun = performance.now()
  const now = (): Instant => start + (still ? 0 : Math.round(performance.now() - begun))
  globalThis.Date = new Proxy(Real, {
    construct: (target, args: unknown[], self) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, self) as Date,
    get: (target, key, self) => (key === 'now' ? now : (Reflect.get(target, key, self) as unknown)),
  })
}
