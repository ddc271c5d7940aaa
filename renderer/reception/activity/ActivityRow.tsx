import { memo } from 'react'
import { errorCodeSchema } from '../../../shared/contract/errors.ts'
import { toneOf } from '../data/activity.ts'
import type { ActivityRow as Row } from '../data/rows.ts'
import { useWords } from '../state/words.ts'
import { useFresh } from '../ui/useFresh.ts'
import './activity.css'
import { activityIcons } from './icons.ts'

/** One entry: when, and in a sentence what happened. */
export const ActivityRow = memo(function ActivityRow({ row }: { row: Row }) {
  const { moment } = useWords()
  const fresh = useFresh(row.at)
  const detail = useDetail(row)
  const Icon = activityIcons[row.what]
  return (
    <li className={fresh ? 'row activity row--fresh' : 'row activity'} data-row={row.id}>
      <span className={`activity__icon activity__icon--${toneOf(row.what)}`} aria-hidden>
        <Icon />
      </span>
      <div className="activity__said">
        <ActivityText row={row} />
        {detail && <p className="row__soft">{detail}</p>}
      </div>
      <time className="activity__time" dateTime={new Date(row.at).toISOString()}>
        {moment(row.at)}
      </time>
    </li>
  )
})

/** What happened, as a sentence. Sentences that lack who or what have their own wording (`_unknown`, `_bare`). */
export function ActivityText({ row }: { row: Row }) {
  const { t, withDays } = useWords()
  const context = row.subject ? (row.who ? undefined : 'unknown') : 'bare'
  const words = { who: row.who || t('activity.somebody'), subject: withDays(row.subject) }
  return <span>{t(`activity.${row.what}` as 'activity.booked', { context, ...words })}</span>
}

/** The detail of an entry in words: a reason as it was given, an error by its sentence, a day by its name. */
function useDetail(row: Row): string {
  const { error, withDays } = useWords()
  const code = errorCodeSchema.safeParse(row.detail)
  return code.success ? error({ code: code.data }) : withDays(row.detail)
}
