import { CircleCheck, Hourglass } from 'lucide-react'
import type { RequestRow } from '../data/rows.ts'
import { useDeskHandle } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { Tag } from '../ui/Tag.tsx'
import './questions.css'

interface Props {
  row: RequestRow
  current: boolean
  /** In the person's own panel the name is said already. */
  nameless?: boolean
}

/** One question: about what, whose, and whether it waits. It opens beside the list. */
export function QuestionRow({ row, current, nameless = false }: Props) {
  const { t, moment } = useWords()
  const { store } = useDeskHandle()
  const open = (): void => store.setState({ beside: current ? null : { kind: 'question', request: row.id } })
  return (
    <li className={current ? 'row row--opens row--current' : 'row row--opens'} data-row={row.id}>
      <div className="row__line row__line--spread">
        <button type="button" className="row__open" aria-expanded={current} onClick={open}>
          {row.about || t('questions.general')}
        </button>
        {row.answer ? (
          <Tag tone="good" icon={CircleCheck} word={t('questions.answered')} />
        ) : (
          <Tag tone="wait" icon={Hourglass} word={t('questions.open')} />
        )}
      </div>
      <p className="row__soft">
        {[!nameless && (row.name || row.email), moment(row.at)].filter(Boolean).join(' · ')}
      </p>
      <p className="question__text">{row.text}</p>
    </li>
  )
}
