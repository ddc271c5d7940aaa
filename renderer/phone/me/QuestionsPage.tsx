import { Check, Send } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Person, SupportRequest } from '../../../shared/contract/person.ts'
import { formatAge } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { type FormSchema, useForm } from '../../ui/useForm.ts'
import { Question } from '../parts/Question.tsx'
import { useErrorText, useHubNow, useLocale, usePhone } from '../phone.ts'
import { BackLink } from './BackLink.tsx'
import './questions.css'
import { useDraft } from './useDraft.ts'

/** Questions to reception and their answers. No terms are asked for (R3.1). */
export function QuestionsPage({ person }: { person: Person }) {
  const { t } = useTranslation('phone')
  return (
    <>
      <BackLink />
      <Question focus title={t('questions.title')} text={t('questions.text')}>
        <AskForm account={person.facts.account} />
        <ul className="requests">
          {person.requests.map((request) => (
            <Request key={request.id} request={request} />
          ))}
        </ul>
      </Question>
    </>
  )
}

interface Asked {
  id: string
  text: string
}

const questionForm: FormSchema<Asked> = {
  id: {},
  text: { maxLength: 1000, check: (text) => (text === '' ? { code: 'text-needed' } : null) },
}

function AskForm({ account }: { account: string }) {
  const { t } = useTranslation('phone')
  const { ask, transport } = usePhone()
  const errorText = useErrorText()
  const form = useForm(questionForm, {
    initial: { id: '', text: '' },
    draft: useDraft<Asked>(`question-draft.${account}`),
    say: errorText,
    submit: async ({ id, text }) => {
      const result = await ask('support.ask', { request: id, item: null, text })
      return result.ok ? null : result.error
    },
  })
  return (
    <form {...form.props} className="stack">
      <TextArea
        {...form.text('text')}
        label={t('questions.label')}
        rows={4}
        dir="auto"
        error={form.error('text') ?? errorText(form.failure)}
        onChange={({ target }) =>
          // The question has its id from its first letter on: sent again after a lost answer it is the same one (I2).
          form.change({ id: form.values.id || transport.newId(), text: target.value })
        }
      />
      <Button
        kind="primary"
        type="submit"
        wide
        icon={Send}
        label={t('questions.send')}
        busy={form.submitting}
        disabled={form.submitting || form.faults.text !== undefined}
      />
      <div role="status">
        {form.done && (
          <p className="done-line">
            <Check aria-hidden />
            {t('questions.sent')}
          </p>
        )}
      </div>
    </form>
  )
}

function Request({ request: { about, text, at, answer } }: { request: SupportRequest }) {
  const { t } = useTranslation('phone')
  const { language } = useLocale()
  const now = useHubNow()
  return (
    <li className="request">
      <p className="request__text" dir="auto">
        {text}
      </p>
      <p className="request__when">
        {about
          ? t('questions.about', { about, when: formatAge(at, now, language) })
          : formatAge(at, now, language)}
      </p>
      {answer ? (
        <div className="request__answer">
          <p dir="auto">{answer.text}</p>
          <p className="request__when">
            {t('questions.by', { by: answer.by, when: formatAge(answer.at, now, language) })}
          </p>
        </div>
      ) : (
        <p className="request__waiting">{t('questions.waiting')}</p>
      )}
    </li>
  )
}
