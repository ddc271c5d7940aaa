import { localDateSchema } from '../../../shared/contract/basics.ts'
import { errorCodeSchema } from '../../../shared/contract/errors.ts'
import type { ActivityRow } from '../data/rows.ts'
import { useWords } from '../words.ts'

/** What more is known of a happening: a reason as it was given, an error in words rather than by its code, a day by its name. */
export function useDetail(row: ActivityRow): string {
  const { error, day } = useWords()
  const code = errorCodeSchema.safeParse(row.detail)
  if (code.success) return error({ code: code.data })
  return localDateSchema.safeParse(row.detail).success ? day(row.detail) : row.detail
}
