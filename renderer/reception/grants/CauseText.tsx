import type { GrantRow } from '../data/rows.ts'
import { useWords } from '../state/words.ts'

/** Because of what somebody has access (R6.1). `dated`: a day booking, known by its date, says it. */
export function CauseText({ row, dated = false }: { row: GrantRow; dated?: boolean }) {
  const { t, day } = useWords()
  const { kind, label } = row.cause
  const isDate = /^\d{4}-\d\d-\d\d$/.test(label)
  if (kind === 'day-booking' && isDate && !dated) return <span>{t('grants.cause.day-booking_plain')}</span>
  return <span>{t(`grants.cause.${kind}`, { label: isDate ? day(label) : label })}</span>
}
