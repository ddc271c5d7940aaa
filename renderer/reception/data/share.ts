import type { ReceptionData } from '../../../shared/contract/reception-view.ts'

type Row = { id: string }

/**
 * The core sends every slice whole, so each row arrives as a new object. Rows that say the same as before keep their
 * old object: 400 memoised rows then stay untouched when one of them changes.
 */
export function shareData(before: ReceptionData | null, after: ReceptionData): ReceptionData {
  if (!before) return after
  const shared: Record<string, Row[]> = {}
  for (const kind of Object.keys(after) as (keyof ReceptionData)[]) {
    shared[kind] = shareRows<Row>(before[kind] ?? [], after[kind])
  }
  return shared as ReceptionData
}

function shareRows<R extends Row>(before: readonly R[], after: readonly R[]): R[] {
  const known = new Map(before.map((row) => [row.id, row]))
  const rows = after.map((row) => {
    const old = known.get(row.id)
    return old && same(old, row) ? old : row
  })
  const untouched = rows.length === before.length && rows.every((row, i) => row === before[i])
  return untouched ? (before as R[]) : rows
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every(
    (key) => Object.hasOwn(b, key) && same(a[key as keyof typeof a], b[key as keyof typeof b]),
  )
}
