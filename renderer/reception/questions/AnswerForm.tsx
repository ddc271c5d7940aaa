import { Send } from 'lucide-react'
import { useId } from 'react'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { type FormSchema, useForm } from '../../ui/useForm.ts'
import type { RequestRow } from '../data/rows.ts'
import { useConsole, useConsoleHandle } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { useFocusFirst } from '../ui/focus.ts'
import '../ui/form.css'
import { FormOutcome } from '../ui/Outcome.tsx'

interface Values {
  text: string
}

const fields: FormSchema<Values, 'missing'> = {
  text: { maxLength: 2000, check: (text) => (text === '' ? 'missing' : null) },
}

/** Answers a question by mail. What was begun is kept until it was sent or the console locks. */
export function AnswerForm({ row }: { row: RequestRow }) {
  const { t, error } = useWords()
  const { store, ask } = useConsoleHandle()
  const id = useId()
  const begun = useConsole((state) => state.drafts.answers[row.id] ?? '')
  const keep = (draft: Values | null): void =>
    store.setState(({ drafts }) => ({
      drafts: { ...drafts, answers: { ...drafts.answers, [row.id]: draft?.text ?? '' } },
    }))
  const form = useForm<Values, 'missing'>(fields, {
    initial: { text: '' },
    draft: [begun === '' ? null : { text: begun }, keep],
    say: (fault) => (fault === 'missing' ? t('questions.needed') : error(fault)),
    submit: async ({ text }) => {
      const result = await ask('staff.answer', { request: row.id, text })
      return result.ok ? null : result.error
    },
  })
  return (
    <>
      {!row.answer && !form.done && (
        <form {...form.props} className="form" aria-describedby={id}>
          <TextArea label={t('questions.answer')} rows={6} {...form.text('text')} />
          <p id={id} className="row__soft">
            {t('questions.goesTo', { email: row.email })}
          </p>
          <div className="form__actions">
            <Button
              label={t('questions.send')}
              icon={Send}
              kind="primary"
              type="submit"
              busy={form.submitting}
              disabled={form.submitting}
            />
          </div>
        </form>
      )}
      <FormOutcome form={form} done={t('questions.sent')} />
      {form.done && <Close />}
    </>
  )
}

/** Takes the focus, which was in the form that is gone. */
function Close() {
  const { t } = useWords()
  const { showPanel } = useConsoleHandle()
  const place = useFocusFirst<HTMLDivElement>()
  return (
    <div ref={place}>
      <Button label={t('kiosks.close')} onClick={() => showPanel(null)} />
    </div>
  )
}
