import type { GrantRow } from '../data/rows.ts'
import { useWords } from '../state/words.ts'
import { CauseText } from './CauseText.tsx'

/** Why and how long, or who took it away and why. */
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
