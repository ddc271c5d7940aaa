import { z } from 'zod'
import type { Path } from './positions.ts'
import { configSchema } from './schema.ts'

/** The keys that the schema allows in the group at `path`; none where there is no group. */
export function allowedKeys(path: Path): string[] {
  let schema: unknown = configSchema
  for (const step of path) schema = inside(unwrap(schema), step)
  const group = unwrap(schema)
  if (group instanceof z.ZodObject) return Object.keys(group.shape)
  if (group instanceof z.ZodRecord && group.keyType instanceof z.ZodEnum)
    return group.keyType.options.map(String)
  return []
}

function inside(schema: unknown, step: PropertyKey): unknown {
  if (schema instanceof z.ZodObject) return schema.shape[String(step)]
  if (schema instanceof z.ZodArray) return schema.element
  if (schema instanceof z.ZodRecord) return schema.valueType
  return undefined
}

function unwrap(schema: unknown): unknown {
  let inner = schema
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) inner = inner.unwrap()
  return inner
}

/** The word that is meant by a mistyped one: at most two edits away, and less than half of it. null = none is near. */
export function nearest(typed: string, words: readonly string[]): string | null {
  const ranked = words
    .map((word) => ({ word, edits: distance(typed.toLowerCase(), word.toLowerCase()) }))
    .filter(({ word, edits }) => edits <= 2 && edits * 2 < word.length)
    .toSorted((a, b) => a.edits - b.edits)
  return ranked[0]?.word ?? null
}

/** The least number of letters to insert, remove, replace or swap with the next (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)]
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : replaced
      row.push(Math.min(replaced, swapped, at(i - 1, j) + 1, at(i, j - 1) + 1))
    }
  }
  return at(a.length, b.length)
}
