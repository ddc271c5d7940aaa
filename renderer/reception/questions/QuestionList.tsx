import { CircleCheck, Hourglass } from 'lucide-react'
import type { RequestRow } from '../data/rows.ts'
import { useConsole, useConsoleHandle } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { Tag } from '../ui/Tag.tsx'
import { useShowMore } from '../ui/useShowMore.tsx'
import './questions.css'

/** Questions, those that wait first; what was answered can be looked up below and by the search. */
export function QuestionList({ requests }: { requests: RequestRow[] }) {
  const current = useConsole(({ panel }) => (panel?.kind === 'question' ? panel.request : null))
  const { shown, more } = useShowMore(requests, 4)
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

interface Props {
  row: RequestRow
  current: boolean
  /** In the person's own panel the name is said already. */
  nameless?: boolean
}

/** One question: about what, whose, and whether it waits. It opens in the side panel. */
export function QuestionRow({ row, current, nameless = false }: Props) {
  const { t, moment } = useWords()
  const { showPanel } = useConsoleHandle()
  const open = (): void => showPanel(current ? null : { kind: 'question', request: row.id })
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
