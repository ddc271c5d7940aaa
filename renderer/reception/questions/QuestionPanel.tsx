import { useRows } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { PersonButton } from '../ui/PersonButton.tsx'
import { SidePanel } from '../ui/SidePanel.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import './questions.css'

/** One question in full, its answer, or the field to give one (R8.2). */
export function QuestionPanel({ request }: { request: string }) {
  const { t, moment } = useWords()
  const row = useRows('request').find(({ id }) => id === request)
  if (!row) {
    return (
      <SidePanel title={t('questions.one')}>
        <p className="row__soft">{t('questions.gone')}</p>
      </SidePanel>
    )
  }
  return (
    <SidePanel title={row.about || t('questions.general')}>
      <div className="question">
        <div className="question__who">
          <PersonButton row={row} current={false} />
          <p className="row__soft">{moment(row.at)}</p>
        </div>
        <p className="question__said">{row.text}</p>
        {row.answer && (
          <div className="question__answer">
            <h3>{t('questions.answerOf', { by: row.answer.by, time: moment(row.answer.at) })}</h3>
            <p className="question__said">{row.answer.text}</p>
          </div>
        )}
        <AnswerForm row={row} />
      </div>
    </SidePanel>
  )
}
