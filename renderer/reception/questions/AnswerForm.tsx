import { Send } from 'lucide-react'
import { type SubmitEvent, useId, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/Field.tsx'
import type { RequestRow } from '../data/rows.ts'
import '../ui/form.css'
import { useAction } from '../state/useAction.ts'
import { useDesk, useDeskHandle } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { Outcome } from '../ui/Outcome.tsx'
import { useFocusInside } from '../ui/useFocusInside.ts'

/** Answers a question by mail. What was begun is kept until it was sent or the console locks. */
export function AnswerForm({ row }: { row: RequestRow }) {
  const { t } = useWords()
  const { store } = useDeskHandle()
  const id = useId()
  const action = useAction('staff.answer', { keep: true })
  const text = useDesk((state) => state.drafts.answers[row.id] ?? '')
  const [missing, setMissing] = useState(false)
  const working = action.state.phase === 'working'

  const write = (next: string): void => {
    setMissing(false)
    store.setState(({ drafts }) => ({
      drafts: { ...drafts, answers: { ...drafts.answers, [row.id]: next } },
    }))
  }
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    setMissing(!text.trim())
    if (text.trim() && (await action.run({ request: row.id, text: text.trim() }))) write('')
  }
  const isOpen = !row.answer && action.state.phase !== 'done'
  return (
    <>
      {isOpen && (
        <form className="form" aria-describedby={id} onSubmit={(event) => void send(event)}>
          <TextArea
            label={t('questions.answer')}
            maxLength={2000}
            rows={6}
            value={text}
            error={missing ? t('questions.needed') : null}
            onChange={(event) => write(event.target.value)}
          />
          <p id={id} className="row__soft">
            {t('questions.goesTo', { email: row.email })}
          </p>
          <div className="form__actions">
            <Button
              label={t('questions.send')}
              icon={Send}
              kind="primary"
              type="submit"
              busy={working}
              disabled={working}
            />
          </div>
        </form>
      )}
      <Outcome state={action.state} done={t('questions.sent')} />
      {action.state.phase === 'done' && <Close />}
    </>
  )
}

/** The form is gone and the focus with it: it goes on here. */
function Close() {
  const { t } = useWords()
  const { store } = useDeskHandle()
  const place = useFocusInside<HTMLDivElement>()
  return (
    <div ref={place}>
      <Button label={t('kiosks.close')} onClick={() => store.setState({ beside: null })} />
    </div>
  )
}
