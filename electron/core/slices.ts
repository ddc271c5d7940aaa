/** Sends a page the slices of its view that changed since the last time; the first time, all of them. */
export function sliceSender<V extends object>(push: (slices: Partial<V>) => void): (view: V) => void {
  let last: Partial<V> = {}
  return (view) => {
    const changed: Partial<V> = {}
    for (const key of Object.keys(view) as (keyof V)[])
      if (!isSame(last[key], view[key])) changed[key] = view[key]
    last = view
    if (Object.keys(changed).length > 0) push(changed)
  }
}

/**
 * Whether two values say the same. Views are immutable and share what has not changed, so that most of a large one is
 * settled by identity; only what was made anew is compared by its parts.
 */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  if (Array.isArray(a)) return Array.isArray(b) && isSameList(a, b)
  return !Array.isArray(b) && isSameRecord(a as Fields, b as Fields)
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false
  for (let n = 0; n < a.length; n++) if (a[n] !== b[n] && !isSame(a[n], b[n])) return false
  return true
}

type Fields = Readonly<Record<string, unknown>>

/** A field that is undefined is as good as missing. */
function isSameRecord(a: Fields, b: Fields): boolean {
  for (const key in a) if (a[key] !== b[key] && !isSame(a[key], b[key])) return false
  for (const key in b) if (a[key] === undefined && b[key] !== undefined) return false
  return true
}
