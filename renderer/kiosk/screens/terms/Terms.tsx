import { ArrowRight } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Field, FieldError } from '../../../ui/Field.tsx'
import { type ScreenOf, useErrorText, useLocale, useSend, useView } from '../../page.ts'
import { useFirstFocus } from '../../parts/useFirstFocus.ts'
import './terms.css'

/** Name and acceptance, before the first obligation (R3.1). */
export function Terms({ screen }: { screen: ScreenOf<'terms'> }) {
  const { t } = useTranslation('kiosk')
  const { language } = useLocale()
  const send = useSend()
  const [name, setName] = useState(screen.fullName)
  const [accepted, setAccepted] = useState(false)
  const error = useErrorText()(screen.error)
  const waiting = useView((view) => view.shell.waiting)
  const texts = useView((view) => view.catalogue.terms?.texts)
  const text = texts?.[language] ?? texts?.en ?? Object.values(texts ?? {})[0]
  const field = useFirstFocus<HTMLInputElement>()
  const named = name.trim() !== ''
  const missing = named
    ? accepted
      ? null
      : 'terms.needAccept'
    : accepted
      ? 'terms.needName'
      : 'terms.needBoth'

  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (!missing) send('acceptTerms', { name: name.trim(), version: screen.version })
  }
  return (
    <form className="terms" onSubmit={submit}>
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
          ref={field}
          label={t('terms.name')}
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={120}
          data-keyboard="text"
          data-capitals="words"
          className="question__input"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Checkbox label={t('terms.accept')} checked={accepted} onChange={setAccepted} />
        {error && <FieldError text={error} />}
        <Button
          kind="primary"
          type="submit"
          wide
          icon={ArrowRight}
          label={t('terms.go')}
          detail={missing && t(missing)}
          busy={waiting === 'terms'}
          disabled={missing !== null}
        />
      </div>
    </form>
  )
}
