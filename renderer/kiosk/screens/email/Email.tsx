import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { PrivacyPolicy } from '../../../ui/PrivacyPolicy.tsx'
import { useFirstFocus } from '../../../ui/useFirstFocus.ts'
import { type FormSchema, useForm } from '../../../ui/useForm.ts'
import { type ScreenOf, useErrorText, useLocale, useSend, useView } from '../../page.ts'
import { Illustration } from '../../parts/Illustration.tsx'
import '../../parts/question.css'

/** Whether it is an address is for the core to say (R2.8). */
const emailForm: FormSchema<{ email: string }> = {
  email: { maxLength: 254, check: (email) => (email === '' ? { code: 'email-invalid' } : null) },
}

/** Who are you: the email that the code goes to (R2.1). */
export function Email({ screen }: { screen: ScreenOf<'email'> }) {
  const { t } = useTranslation('kiosk')
  const { language } = useLocale()
  const send = useSend()
  const errorText = useErrorText()
  const waiting = useView((view) => view.shell.waiting)
  const policy = useView((view) => view.shell.location?.privacyPolicy)
  const field = useFirstFocus<HTMLInputElement>()
  const form = useForm(emailForm, {
    initial: { email: screen.email },
    refused: screen.error,
    say: errorText,
    submit: ({ email }) => send('submitEmail', { email }),
  })
  return (
    <form {...form.props} className="question">
      <Illustration />
      <h1 className="screen__heading">
        {t(screen.purpose === 'sign-up' ? 'email.titleSignUp' : 'email.title')}
      </h1>
      <p className="screen__lead">{t('email.text')}</p>
      <Field
        {...form.text('email')}
        ref={field}
        label={t('email.label')}
        // Not type=email: such a field does not tell where its caret is.
        type="text"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        data-keyboard="email"
        className="question__input"
        error={form.error('email') ?? errorText(form.failure)}
      />
      <PrivacyPolicy texts={policy ?? {}} language={language} />
      <Button
        kind="primary"
        type="submit"
        wide
        icon={ArrowRight}
        label={t('email.send')}
        busy={waiting === 'mail'}
        disabled={form.faults.email !== undefined}
      />
    </form>
  )
}
