import type { RequestRow } from '../data/rows.ts'
import { useDesk } from '../state/useConsole.ts'
import { useFold } from '../ui/useFold.tsx'
import { QuestionRow } from './QuestionRow.tsx'

/** Questions, those that wait first; what was answered can be looked up below and by the search. */
export function QuestionList({ requests }: { requests: RequestRow[] }) {
  const current = useDesk(({ beside }) => (beside?.kind === 'question' ? beside.request : null))
  const { shown, more } = useFold(requests, 4)
  return (
    <>
      <ul className="rows">
        {shown.map((row) => (
          <QuestionRow key={row.id} row={row} current={row.id === current} />
        ))}
      </ul>
      {more}
    </>
  )
}
