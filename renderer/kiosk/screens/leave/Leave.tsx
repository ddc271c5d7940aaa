import { LogOut } from 'lucide-react'
import { type SubmitEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { useFirstFocus } from '../../../ui/useFirstFocus.ts'
import { type ScreenOf, useErrorText, useSend } from '../../page.ts'
import { Illustration } from '../../parts/Illustration.tsx'
import '../../parts/question.css'

/** Staff leave the kiosk by their PIN (R10.4). */
export function Leave({ screen }: { screen: ScreenOf<'leave'> }) {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  const [pin, setPin] = useState('')
  const error = useErrorText()(screen.error)
  const field = useFirstFocus<HTMLInputElement>(screen.error)
  // A wrong PIN is typed anew
  useEffect(() => setPin(''), [screen.error])
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (pin) send('leave', { pin })
  }
  return (
    <form className="question" onSubmit={submit}>
      <Illustration />
      <h1 className="screen__heading">{t('leave.title')}</h1>
      <p className="screen__lead">{t('leave.text')}</p>
      <Field
        ref={field}
        label={t('leave.pin')}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        data-keyboard="digits"
        className="question__input question__input--code"
        value={pin}
        error={error}
        onChange={(event) => setPin(event.target.value.replace(/\D/g, ''))}
      />
      <Button
        kind="primary"
        type="submit"
        wide
        icon={LogOut}
        label={t('leave.go')}
        disabled={pin.length < 4}
      />
    </form>
  )
}
