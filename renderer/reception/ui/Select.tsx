import { type SelectHTMLAttributes, useId } from 'react'
import { FieldError } from '../../ui/Field.tsx'
import './form.css'

interface Props extends SelectHTMLAttributes<HTMLSelectElement> {
  label: string
  options: readonly { value: string; word: string; lang?: string }[]
  error?: string | null
}

/** A labelled choice of one, beside the fields of `renderer/ui`. */
export function Select({ label, options, error, ...select }: Props) {
  const id = useId()
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="field__input"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        {...select}
      >
        {options.map(({ value, word, lang }) => (
          <option key={value} value={value} lang={lang}>
            {word}
          </option>
        ))}
      </select>
      <div aria-live="polite">{error && <FieldError id={`${id}-error`} text={error} />}</div>
    </div>
  )
}
