import { type ChangeEvent, type SubmitEvent, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldError } from './Field.tsx'
import { useFirstFocus } from './useFirstFocus.ts'
import './code-field.css'

const digits = 6

interface CodeFieldProps {
  /** Counts up with every wrong code: the field is empty again. */
  attempt: number
  error: string | null
  disabled: boolean
  /** A code is on its way to the hub. */
  checking: boolean
  /** What stands below meanwhile; without it the page says it elsewhere. */
  checkingText?: string
  /** The digits are drawn in cells, large enough to be read from where one stands. */
  cells?: boolean
  onCode: (code: string) => void
}

/**
 * The six digits of a code; the sixth submits (R2.2). One real textbox, also under drawn cells: typing, pasting, a code that the
 * phone offers and screen readers meet an ordinary field.
 */
export function CodeField(props: CodeFieldProps) {
  const { attempt, error, disabled, checking, checkingText, cells = false, onCode } = props
  const { t } = useTranslation('common')
  const id = useId()
  const [code, setCode] = useState('')
  const field = useFirstFocus<HTMLInputElement>(`${attempt} ${disabled}`)
  // Empty again with every attempt.
  useEffect(() => setCode(''), [attempt, disabled])

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
    <form className={cells ? 'code-field code-field--cells' : 'code-field'} onSubmit={submit}>
      <label className="field__label" htmlFor={id}>
        {t('code.label')}
      </label>
      <div className="code-field__box">
        <input
          ref={field}
          id={id}
          className={cells ? 'code-field__input' : 'field__input code-field__input'}
          type="text"
          name="code"
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
        {cells && <Cells code={code} />}
      </div>
      <div className="code-field__error" aria-live="assertive">
        {error && <FieldError id={`${id}-error`} text={error} />}
      </div>
      {checkingText && <output className="code-field__checking">{checking && checkingText}</output>}
    </form>
  )
}

function Cells({ code }: { code: string }) {
  return (
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
  )
}
