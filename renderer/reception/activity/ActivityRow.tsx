import { memo } from 'react'
import { toneOf } from '../data/activity.ts'
import type { ActivityRow as Row } from '../data/rows.ts'
import { useWords } from '../state/words.ts'
import { useFresh } from '../ui/useFresh.ts'
import { ActivityText } from './ActivityText.tsx'
import './activity.css'
import { activityIcons } from './icons.ts'
import { useDetail } from './useDetail.ts'

/** One happening: when, and in a sentence what. */
export const ActivityRow = memo(function ActivityRow({ row }: { row: Row }) {
  const { moment } = useWords()
  const fresh = useFresh(row.at)
  const detail = useDetail(row)
  const Icon = activityIcons[row.what]
  return (
    <li className={fresh ? 'row happening row--fresh' : 'row happening'} data-row={row.id}>
      <span className={`happening__icon happening__icon--${toneOf(row.what)}`} aria-hidden>
        <Icon />
      </span>
      <div className="happening__said">
        <ActivityText row={row} />
        {detail && <p className="row__soft">{detail}</p>}
      </div>
      <time className="happening__time" dateTime={new Date(row.at).toISOString()}>
        {moment(row.at)}
      </time>
    </li>
  )
})
