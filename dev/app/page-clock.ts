/**
 * Runs in a page before anything else: lets its clock be turned by main. It is sent as text, so it uses nothing from outside
 * of itself.
 */
export function installPageClock(first: number): void {
  let ahead = first
  const now = (): number => Real.now() + ahead
  const Real = Date
  globalThis.Date = new Proxy(Real, {
    construct: (target, args: unknown[], self) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, self) as Date,
    get: (target, key, self) => (key === 'now' ? now : (Reflect.get(target, key, self) as unknown)),
  })
  Object.assign(globalThis, {
    turnClock: (next: number) => {
      ahead = next
    },
  })
}
