import type { RequestRow } from '../data/rows.ts'
import { QuestionRow } from '../questions/QuestionRow.tsx'
import { useWords } from '../state/words.ts'

/** What the person asked, and whether it was answered. */
export function PersonQuestions({ requests }: { requests: RequestRow[] }) {
  const { t } = useWords()
  if (requests.length === 0) return null
  return (
    <div className="person__part">
      <h3>{t('person.requests')}</h3>
      <ul className="rows person__rows">
        {requests.map((row) => (
          <QuestionRow key={row.id} row={row} current={false} nameless />
        ))}
      </ul>
    </div>
  )
}
