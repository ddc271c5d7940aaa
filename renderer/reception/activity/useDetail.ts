import { errorCodeSchema } from '../../../shared/contract/errors.ts'
import type { ActivityRow } from '../data/rows.ts'
import { useWords } from '../state/words.ts'

/** What more is known of a happening: a reason as it was given, an error in words rather than by its code, a day by its name. */
export function useDetail(row: ActivityRow): string {
  const { error, withDays } = useWords()
  const code = errorCodeSchema.safeParse(row.detail)
  return code.success ? error({ code: code.data }) : withDays(row.detail)
}
