import { Link2 } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { type ScreenOf, useErrorText, useSend, useView } from '../../page.ts'
import { Illustration } from '../../parts/Illustration.tsx'
import { useFirstFocus } from '../../parts/useFirstFocus.ts'
import '../../parts/question.css'

const length = 8

/** A new device: the code that the console made for it (R10.2). */
export function Pairing({ screen }: { screen: ScreenOf<'pairing'> }) {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  const [code, setCode] = useState('')
  const error = useErrorText()(screen.error)
  const waiting = useView((view) => view.shell.waiting)
  const field = useFirstFocus<HTMLInputElement>()
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (code.length === length) send('pair', { code })
  }
  return (
    <form className="question" onSubmit={submit}>
      <Illustration />
      <h1 className="screen__heading">{t('pairing.title')}</h1>
      <p className="screen__lead">{t('pairing.text')}</p>
      <Field
        ref={field}
        label={t('pairing.code')}
        type="text"
        autoComplete="off"
        spellCheck={false}
        data-keyboard="code"
        className="question__input question__input--code"
        value={code}
        error={error}
        onChange={(event) =>
          setCode(
            event.target.value
              .replace(/[^\p{L}\d]/gu, '')
              .toUpperCase()
              .slice(0, length),
          )
        }
      />
      <Button
        kind="primary"
        type="submit"
        wide
        icon={Link2}
        label={t('pairing.go')}
        busy={waiting === 'pairing'}
        disabled={code.length !== length}
      />
    </form>
  )
}
