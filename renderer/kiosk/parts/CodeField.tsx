import { type ChangeEvent, type SubmitEvent, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldError } from '../../ui/Field.tsx'
import { useSend, useView } from '../page.ts'
import './code-field.css'
import { useFirstFocus } from './useFirstFocus.ts'

const digits = 6

interface CodeFieldProps {
  /** Counts up with every wrong code: the field is empty again. */
  attempt: number
  error: string | null
  disabled: boolean
}

/** One real field under six drawn cells: typing, pasting and screen readers meet an ordinary textbox. */
export function CodeField({ attempt, error, disabled }: CodeFieldProps) {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  const id = useId()
  const [code, setCode] = useState('')
  const checking = useView((view) => view.shell.waiting === 'code')
  const field = useFirstFocus<HTMLInputElement>(attempt)
  // Empty again with every attempt.
  useEffect(() => setCode(''), [attempt, disabled])

  const change = (event: ChangeEvent<HTMLInputElement>): void => {
    const next = event.target.value.replace(/\D/g, '').slice(0, digits)
    setCode(next)
    if (next.length === digits && next !== code) send('submitCode', { code: next })
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (code.length === digits) send('submitCode', { code })
  }
  return (
    <form className="code-field" onSubmit={submit}>
      <label className="field__label" htmlFor={id}>
        {t('code.label')}
      </label>
      <div className={error ? 'code-field__box code-field__box--wrong' : 'code-field__box'}>
        <input
          ref={field}
          id={id}
          className="code-field__input"
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          data-keyboard="digits"
          value={code}
          disabled={disabled}
          readOnly={checking}
          aria-describedby={error ? `${id}-error` : undefined}
          aria-invalid={error ? true : undefined}
          onChange={change}
        />
        <div className="code-field__cells" aria-hidden>
          {Array.from({ length: digits }, (_, i) => (
            <span
              key={`cell-${i.toString()}`}
              className={i === code.length ? 'code-field__cell code-field__cell--next' : 'code-field__cell'}
            >
              {code[i] ?? ''}
            </span>
          ))}
        </div>
      </div>
      <div className="code-field__error" aria-live="assertive">
        {error && <FieldError id={`${id}-error`} text={error} />}
      </div>
    </form>
  )
}
