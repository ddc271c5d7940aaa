import { type ChangeEvent, type SubmitEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldError } from '../../ui/Field.tsx'
import './code-field.css'

const digits = 6

interface CodeFieldProps {
  /** Counts up with every wrong code: the field is empty again. */
  attempt: number
  error: string | null
  disabled: boolean
  checking: boolean
  onCode: (code: string) => void
}

/** One textbox for six digits; phones offer the code of a message above their keyboard. */
export function CodeField({ attempt, error, disabled, checking, onCode }: CodeFieldProps) {
  const { t } = useTranslation('phone')
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [code, setCode] = useState('')
  // Empty again with every attempt, and ready for the next.
  useEffect(() => {
    setCode('')
    if (!disabled) field.current?.focus()
  }, [attempt, disabled])

  const change = (event: ChangeEvent<HTMLInputElement>): void => {
    const next = event.target.value.replace(/\D/g, '').slice(0, digits)
    setCode(next)
    if (next.length === digits && next !== code) onCode(next)
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (code.length === digits) onCode(code)
  }
  return (
    <form className="code-field" onSubmit={submit}>
      <label className="field__label" htmlFor={id}>
        {t('code.label')}
      </label>
      <input
        ref={field}
        id={id}
        className="field__input code-field__input"
        type="text"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        disabled={disabled}
        readOnly={checking}
        aria-describedby={error ? `${id}-error` : undefined}
        aria-invalid={error ? true : undefined}
        onChange={change}
      />
      <div aria-live="assertive">{error && <FieldError id={`${id}-error`} text={error} />}</div>
      <output className="code-field__checking">{checking && t('code.checking')}</output>
    </form>
  )
}
