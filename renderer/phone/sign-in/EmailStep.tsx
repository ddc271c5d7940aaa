import { ArrowRight } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoyerError } from '../../../shared/contract/errors.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { PrivacyPolicy } from '../../ui/PrivacyPolicy.tsx'
import { Question } from '../parts/Question.tsx'
import { useErrorText, useLocale, usePlace } from '../phone.ts'
import { readEmail, type SignInPage } from './useSignIn.ts'

interface EmailStepProps {
  page: SignInPage
  title: string
  text: string
}

/** The email that the code goes to, on one's own keyboard (R2.1, R7.4). */
export function EmailStep({ page: { state, waiting, type, send }, title, text }: EmailStepProps) {
  const { t } = useTranslation('phone')
  const { privacyPolicy } = usePlace()
  const { language } = useLocale()
  const [checked, setChecked] = useState<FoyerError | null>(null)
  const error = useErrorText()(checked ?? state.error)

  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    const email = readEmail(state.email)
    setChecked(email === null ? { code: 'email-invalid' } : null)
    if (email !== null) void send(email)
  }
  return (
    <Question title={title} text={text}>
      <form className="stack" onSubmit={submit} noValidate>
        <Field
          label={t('email.label')}
          type="email"
          name="email"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={300}
          enterKeyHint="send"
          value={state.email}
          error={error}
          onChange={(event) => {
            setChecked(null)
            type(event.target.value)
          }}
        />
        <Button
          kind="primary"
          type="submit"
          wide
          icon={ArrowRight}
          label={t('email.send')}
          busy={waiting === 'mail'}
          disabled={state.email.trim() === ''}
        />
        <PrivacyPolicy texts={privacyPolicy} language={language} />
      </form>
    </Question>
  )
}
