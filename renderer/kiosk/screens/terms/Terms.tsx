import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Field, FieldError } from '../../../ui/Field.tsx'
import { useFirstFocus } from '../../../ui/useFirstFocus.ts'
import { type FormSchema, useForm } from '../../../ui/useForm.ts'
import { type ScreenOf, useErrorText, useLocale, useSend, useView } from '../../page.ts'
import './terms.css'

const termsForm: FormSchema<{ name: string; accepted: boolean }, 'needName' | 'needAccept'> = {
  name: { maxLength: 120, check: (name) => (name === '' ? 'needName' : null), codes: ['name-needed'] },
  accepted: { check: (accepted) => (accepted ? null : 'needAccept') },
}

/** Name and acceptance, before the first obligation (R3.1). */
export function Terms({ screen }: { screen: ScreenOf<'terms'> }) {
  const { t } = useTranslation('kiosk')
  const { language } = useLocale()
  const send = useSend()
  const errorText = useErrorText()
  const waiting = useView((view) => view.shell.waiting)
  const texts = useView((view) => view.catalogue.terms?.texts)
  const text = texts?.[language] ?? texts?.en ?? Object.values(texts ?? {})[0]
  const field = useFirstFocus<HTMLInputElement>()
  const form = useForm(termsForm, {
    initial: { name: screen.fullName, accepted: false },
    refused: screen.error,
    say: (fault) => (typeof fault === 'string' ? t(`terms.${fault}`) : errorText(fault)),
    submit: ({ name }) => send('acceptTerms', { name, version: screen.version }),
  })
  const { name, accepted } = form.faults
  const missing = name && accepted ? 'needBoth' : name ? 'needName' : accepted ? 'needAccept' : null
  return (
    <form {...form.props} className="terms">
      <div className="terms__head">
        <h1 className="screen__heading">{t('terms.title')}</h1>
        <p className="screen__lead terms__lead">{t('terms.text')}</p>
      </div>
      {/* Reachable, so that the arrow keys scroll it. */}
      <section className="terms__text" aria-label={t('terms.heading')} tabIndex={0}>
        {text?.text}
      </section>
      <div className="terms__answer">
        <Field
          {...form.text('name')}
          ref={field}
          label={t('terms.name')}
          type="text"
          autoComplete="off"
          spellCheck={false}
          data-keyboard="text"
          data-capitals="words"
          className="question__input"
        />
        <Checkbox
          label={t('terms.accept')}
          checked={form.values.accepted}
          onChange={(ticked) => form.change({ accepted: ticked })}
        />
        {form.failure && <FieldError text={errorText(form.failure) ?? ''} />}
        <Button
          kind="primary"
          type="submit"
          wide
          icon={ArrowRight}
          label={t('terms.go')}
          detail={missing && t(`terms.${missing}`)}
          busy={waiting === 'terms'}
          disabled={missing !== null}
        />
      </div>
    </form>
  )
}
