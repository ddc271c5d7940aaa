import type { ViewChange } from '../../shared/contract/view-change.ts'

/** Sends a page what of its view has changed since the last time; the first time, all of it. */
export function sliceSender<V extends object>(push: (change: ViewChange<V>) => void): (view: V) => void {
  let last: Partial<V> = {}
  return (view) => {
    const slices: Partial<V> = {}
    const fields: NonNullable<ViewChange<V>['fields']> = {}
    for (const key of Object.keys(view) as (keyof V)[]) {
      const [before, after]: [V[keyof V] | undefined, V[keyof V]] = [last[key], view[key]]
      if (before === after) continue
      if (hasSameFields(before, after)) {
        const changed = changedFields(before, after)
        if (changed) fields[key] = changed
      } else if (!isSame(before, after)) slices[key] = after
    }
    last = view
    const isPartly = Object.keys(fields).length > 0
    if (isPartly || Object.keys(slices).length > 0) push(isPartly ? { slices, fields } : { slices })
  }
}

/** Only then is the old slice with the new fields in it the new one: a screen is followed by one of another kind. */
function hasSameFields<S>(before: S | undefined, after: S): before is S {
  if (!isRecord(before) || !isRecord(after)) return false
  const keys = Object.keys(after)
  return keys.length === Object.keys(before).length && keys.every((key) => Object.hasOwn(before, key))
}

/** null = none. */
function changedFields<S>(before: S, after: S): Partial<S> | null {
  const changed: Partial<S> = {}
  let some = false
  for (const key in after) {
    if (isSame(before[key], after[key])) continue
    changed[key] = after[key]
    some = true
  }
  return some ? changed : null
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
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
