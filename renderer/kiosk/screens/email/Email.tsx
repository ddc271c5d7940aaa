import { ArrowRight } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { type ScreenOf, useErrorText, useSend, useView } from '../../page.ts'
import { Illustration } from '../../parts/Illustration.tsx'
import { PrivacyPolicy } from '../../parts/PrivacyPolicy.tsx'
import { useFirstFocus } from '../../parts/useFirstFocus.ts'
import '../../parts/question.css'

/** Who are you: the email that the code goes to (R2.1). */
export function Email({ screen }: { screen: ScreenOf<'email'> }) {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  const [email, setEmail] = useState(screen.email)
  const error = useErrorText()(screen.error)
  const waiting = useView((view) => view.shell.waiting)
  const field = useFirstFocus<HTMLInputElement>()

  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    send('submitEmail', { email: email.trim() })
  }
  return (
    <form className="question" onSubmit={submit} noValidate>
      <Illustration />
      <h1 className="screen__heading">
        {t(screen.purpose === 'sign-up' ? 'email.titleSignUp' : 'email.title')}
      </h1>
      <p className="screen__lead">{t('email.text')}</p>
      <Field
        ref={field}
        label={t('email.label')}
        // Not type=email: such a field does not tell where its caret is.
        type="text"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={254}
        data-keyboard="email"
        className="question__input"
        value={email}
        error={error}
        onChange={(event) => setEmail(event.target.value)}
      />
      <PrivacyPolicy />
      <Button
        kind="primary"
        type="submit"
        wide
        icon={ArrowRight}
        label={t('email.send')}
        busy={waiting === 'mail'}
        disabled={email.trim() === ''}
      />
    </form>
  )
}
