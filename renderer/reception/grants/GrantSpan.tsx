import type { GrantRow } from '../data/rows.ts'
import { useWords } from '../state/words.ts'

/** Why and how long, and who revoked it and why. */
export function GrantSpan({ row, nameless }: { row: GrantRow; nameless: boolean }) {
  const { t, start, moment, end } = useWords()
  const span =
    row.until === null
      ? t('grants.since', { time: start(row.from) })
      : t('time.range', { from: start(row.from), until: end(row.until) })
  return (
    <>
      <p className="row__soft">
        {!nameless && (
          <>
            <CauseText row={row} />
            {' · '}
          </>
        )}
        {span}
        {row.hours && `, ${t('grants.hours')}`}
      </p>
      {row.revoked && (
        <p className="grant__revoked">
          {t('grants.revokedBy', { by: row.revoked.by, time: moment(row.revoked.at) })}
          {row.revoked.reason && ` ${t('grants.reason', { reason: row.revoked.reason })}`}
        </p>
      )}
    </>
  )
}

/** The fact that gives access (R6.1). `dated`: a day booking names its day. */
export function CauseText({ row, dated = false }: { row: GrantRow; dated?: boolean }) {
  const { t, day } = useWords()
  const { kind, label } = row.cause
  const isDate = /^\d{4}-\d\d-\d\d$/.test(label)
  if (kind === 'day-booking' && isDate && !dated) return <span>{t('grants.cause.day-booking_plain')}</span>
  return <span>{t(`grants.cause.${kind}`, { label: isDate ? day(label) : label })}</span>
}
