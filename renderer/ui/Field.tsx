import { CircleAlert } from 'lucide-react'
import { type InputHTMLAttributes, type ReactNode, type Ref, type TextareaHTMLAttributes, useId } from 'react'
import './field.css'

interface Wrapping {
  /** The accessible name, shown above. */
  label: string
  hint?: ReactNode
  /** What is wrong and what to do next; announced politely. */
  error?: string | null
}

export interface FieldProps extends Wrapping, InputHTMLAttributes<HTMLInputElement> {
  ref?: Ref<HTMLInputElement>
}

/** A labelled line of text with its hint and its error. */
export function Field({ label, hint, error, className, ...input }: FieldProps) {
  const id = useId()
  return (
    <Wrapper id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        className={['field__input', className].filter(Boolean).join(' ')}
        {...described(id, hint, error)}
        {...input}
      />
    </Wrapper>
  )
}

export interface TextAreaProps extends Wrapping, TextareaHTMLAttributes<HTMLTextAreaElement> {}

/** The same for several lines. */
export function TextArea({ label, hint, error, className, ...input }: TextAreaProps) {
  const id = useId()
  return (
    <Wrapper id={id} label={label} hint={hint} error={error}>
      <textarea
        id={id}
        className={['field__input', className].filter(Boolean).join(' ')}
        {...described(id, hint, error)}
        {...input}
      />
    </Wrapper>
  )
}

function described(id: string, hint: ReactNode, error: string | null | undefined) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined }
}

function Wrapper({ id, label, hint, error, children }: Wrapping & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="field__hint">
          {hint}
        </p>
      )}
      <div aria-live="polite">{error && <FieldError id={`${id}-error`} text={error} />}</div>
    </div>
  )
}

/** An error with its sign, to stand beside whatever it is about. */
export function FieldError({ id, text }: { id?: string; text: string }) {
  return (
    <p id={id} className="field__error">
      <CircleAlert aria-hidden />
      <span>{text}</span>
    </p>
  )
}
