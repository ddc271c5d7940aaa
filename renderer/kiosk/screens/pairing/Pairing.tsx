import { Link2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { useFirstFocus } from '../../../ui/useFirstFocus.ts'
import { type FormSchema, useForm } from '../../../ui/useForm.ts'
import { type ScreenOf, useErrorText, useSend, useView } from '../../page.ts'
import { Illustration } from '../../parts/Illustration.tsx'
import '../../parts/question.css'

const length = 8

const pairingForm: FormSchema<{ code: string }, 'short'> = {
  code: {
    clean: (typed) =>
      typed
        .replace(/[^\p{L}\d]/gu, '')
        .toUpperCase()
        .slice(0, length),
    check: (code) => (code.length === length ? null : 'short'),
  },
}

/** A new device: the code that the console made for it (R10.2). */
export function Pairing({ screen }: { screen: ScreenOf<'pairing'> }) {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  const errorText = useErrorText()
  const waiting = useView((view) => view.shell.waiting)
  const field = useFirstFocus<HTMLInputElement>()
  const form = useForm(pairingForm, {
    initial: { code: '' },
    refused: screen.error,
    // What is still to be typed can be seen.
    say: () => null,
    submit: ({ code }) => send('pair', { code }),
  })
  return (
    <form {...form.props} className="question">
      <Illustration />
      <h1 className="screen__heading">{t('pairing.title')}</h1>
      <p className="screen__lead">{t('pairing.text')}</p>
      <Field
        {...form.text('code')}
        ref={field}
        label={t('pairing.code')}
        type="text"
        autoComplete="off"
        spellCheck={false}
        data-keyboard="code"
        className="question__input question__input--code"
        error={errorText(form.failure)}
      />
      <Button
        kind="primary"
        type="submit"
        wide
        icon={Link2}
        label={t('pairing.go')}
        busy={waiting === 'pairing'}
        disabled={form.faults.code !== undefined}
      />
    </form>
  )
}
