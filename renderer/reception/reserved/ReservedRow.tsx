import { CirclePlay } from 'lucide-react'
import { memo } from 'react'
import type { ReservationRow } from '../data/rows.ts'
import { PersonButton } from '../ui/PersonButton.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useWords } from '../words.ts'

interface Props {
  row: ReservationRow
  /** It has begun. */
  running: boolean
  current: boolean
}

/** One reservation of today. */
export const ReservedRow = memo(function ReservedRow({ row, running, current }: Props) {
  const { t, start, end } = useWords()
  return (
    <li
      className={current ? 'row row--opens row--current reserved' : 'row row--opens reserved'}
      data-row={row.id}
    >
      <p className="reserved__time">
        <span>{start(row.from)}</span>
        <span className="row__soft">{end(row.until)}</span>
      </p>
      <div className="reserved__what">
        <p className="row__line row__line--spread">
          <span className="reserved__item">{row.itemName}</span>
          {running && <Tag tone="good" icon={CirclePlay} word={t('reserved.now')} />}
        </p>
        <PersonButton row={row} current={current} />
      </div>
    </li>
  )
})
