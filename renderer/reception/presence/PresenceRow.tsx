import { memo } from 'react'
import type { PresenceRow as Row } from '../data/rows.ts'
import { useWords } from '../state/words.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { PersonButton } from '../ui/PersonButton.tsx'
import { useFresh } from '../ui/useFresh.ts'
import './presence.css'

interface Props {
  row: Row
  current: boolean
}

/** One person in the house: desk, and until when. */
export const PresenceRow = memo(function PresenceRow({ row, current }: Props) {
  const { t, end } = useWords()
  const fresh = useFresh(row.from)
  const classes = ['row row--opens presence', current && 'row--current', fresh && 'row--fresh']
  return (
    <li className={classes.filter(Boolean).join(' ')} data-row={row.id}>
      <Avatar name={row.name} email={row.email} />
      <div className="presence__who">
        <PersonButton row={row} current={current} />
        <p className="row__soft row__line row__line--spread">
          <span>{t('here.desk', { desk: row.desk })}</span>
          <span className="presence__until">{t('here.until', { time: end(row.until) })}</span>
        </p>
      </div>
    </li>
  )
})
