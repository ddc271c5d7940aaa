import { CirclePlay } from 'lucide-react'
import { memo } from 'react'
import type { Window } from '../../../shared/domain/time.ts'
import type { ReservationRow as Row } from '../data/rows.ts'
import { useWords } from '../state/words.ts'
import { PersonButton } from '../ui/PersonButton.tsx'
import { Tag } from '../ui/Tag.tsx'

interface Props {
  row: Row
  day: Window
  /** It has begun. */
  running: boolean
  current: boolean
}

/** One reservation of today. */
export const ReservationRow = memo(function ReservationRow({ row, day, running, current }: Props) {
  const { t, time, start, end } = useWords()
  return (
    <li
      className={current ? 'row row--opens row--current reservation' : 'row row--opens reservation'}
      data-row={row.id}
    >
      <p className="reservation__time">
        <span>{isWithin(row.from, day) ? time(row.from) : start(row.from)}</span>
        <span className="row__soft">{isWithin(row.until, day) ? time(row.until) : end(row.until)}</span>
      </p>
      <div className="reservation__what">
        <p className="row__line row__line--spread">
          <span className="reservation__item">{row.itemName}</span>
          {running && <Tag tone="good" icon={CirclePlay} word={t('reserved.now')} />}
        </p>
        <PersonButton row={row} current={current} />
      </div>
    </li>
  )
})

/** Both ends of a day belong to it here: a reservation may last until midnight. */
function isWithin(at: number, { from, until }: Window): boolean {
  return from <= at && at <= until
}
