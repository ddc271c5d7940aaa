import type { ActivityRow } from '../data/rows.ts'
import { useWords } from '../state/words.ts'

/** A happening as a sentence. Sentences that lack who or what have their own wording (`_unknown`, `_bare`). */
export function ActivityText({ row }: { row: ActivityRow }) {
  const { t, withDays } = useWords()
  const context = row.subject ? (row.who ? undefined : 'unknown') : 'bare'
  const words = { who: row.who || t('activity.somebody'), subject: withDays(row.subject) }
  return <span>{t(`activity.${row.what}` as 'activity.booked', { context, ...words })}</span>
}
