import { Check, Send } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { Person, SupportRequest } from '../../../shared/contract/person.ts'
import { formatAge } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/Field.tsx'
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

function AskForm({ account }: { account: string }) {
  const { t } = useTranslation('phone')
  const { ask, transport } = usePhone()
  // The question has its id from its first letter on: sent again after a lost answer it is the same one (I2).
  const [draft, setDraft] = useDraft<{ id: string; text: string }>(`question-draft.${account}`)
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState(false)
  const [error, setError] = useState<FoyerError | null>(null)
  const text = useErrorText()(error)
  const question = draft?.text ?? ''

  const submit = async (): Promise<void> => {
    if (!draft) return
    setBusy(true)
    const result = await ask('support.ask', { request: draft.id, item: null, text: question.trim() })
    setBusy(false)
    if (!result.ok) return setError(result.error)
    setDraft(null)
    setSent(true)
  }
  return (
    <form
      className="stack"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault()
        if (question.trim() !== '') void submit()
      }}
    >
      <TextArea
        label={t('questions.label')}
        rows={4}
        maxLength={1000}
        dir="auto"
        value={question}
        error={text}
        onChange={(event) => {
          setSent(false)
          setError(null)
          setDraft({ id: draft?.id ?? transport.newId(), text: event.target.value })
        }}
      />
      <Button
        kind="primary"
        type="submit"
        wide
        icon={Send}
        label={t('questions.send')}
        busy={busy}
        disabled={busy || question.trim() === ''}
      />
      <div role="status">
        {sent && (
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
