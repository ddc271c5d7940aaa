import type { z } from 'zod'
import { type FoyerError, failure } from '../../shared/contract/errors.ts'
import type { Result } from '../../shared/domain/result.ts'

/** Checks what came over a boundary. The failure says which field and what was expected, without repeating the value. */
export function parse<T>(schema: z.ZodType<T>, value: unknown): Result<T, FoyerError> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data }
  const issue = parsed.error.issues[0]
  const where = issue?.path.join('.') || 'input'
  return failure('invalid-input', { field: where }, `${where}: ${issue?.message ?? 'not understood'}`)
}
