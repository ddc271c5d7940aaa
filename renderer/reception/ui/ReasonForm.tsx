import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useEffect, useId } from 'react'
import { Button } from '../../ui/Button.tsx'
import { type FieldRule, type Form, useForm } from '../../ui/useForm.ts'
import { useWords } from '../state/words.ts'
import { useEscape } from './focus.ts'
import './form.css'
import './reason.css'

/** The reason among the values of a form. */
interface WithReason {
  reason: string
}

/** A reason is needed; the contract takes 300 characters (`reasonSchema`). */
export const reasonRule: FieldRule<WithReason, string, 'missing'> = {
  maxLength: 300,
  check: (reason) => (reason === '' ? 'missing' : null),
}

interface Asking {
  /** What is about to happen, or the question. */
  ask: string
  presets: string[]
  submit: string
  icon: LucideIcon
  kind: 'primary' | 'danger'
  busy: boolean
  onCancel: () => void
}

interface ReasonFormProps extends Asking {
  /** A preset answers at once instead of filling the field: for what is done many times a day and can do no harm. */
  quick?: boolean
  onSubmit: (reason: string) => void
}

/** Asks why, as every action of staff goes into the log with its reason (R8.3). */
export function ReasonForm({ quick = false, onSubmit, ...asking }: ReasonFormProps) {
  const { t } = useWords()
  const form = useForm<WithReason, 'missing'>(
    { reason: reasonRule },
    { initial: { reason: '' }, say: () => t('reason.needed'), submit: ({ reason }) => onSubmit(reason) },
  )
  return <FormWithReason form={form} onPreset={quick ? onSubmit : undefined} {...asking} />
}

interface FormWithReasonProps<V extends WithReason, W extends string> extends Asking {
  form: Form<V, W>
  /** What a preset does instead of filling the field. */
  onPreset?: (preset: string) => void
  /** What else has to be said, above the reason. */
  children?: ReactNode
}

/** A reason form with further fields above the reason; the caller owns its state. */
export function FormWithReason<V extends WithReason, W extends string>({
  form,
  ask,
  presets,
  submit,
  icon,
  kind,
  busy,
  onPreset,
  onCancel,
  children,
}: FormWithReasonProps<V, W>) {
  const { t } = useWords()
  const id = useId()
  const { reason } = form.values
  const missing = form.error('reason')
  const element = form.props.ref
  useEscape(element, onCancel)
  // It opens where the pointer or the focus was: typing goes on without another click.
  useEffect(() => element.current?.querySelector('input')?.focus({ preventScroll: true }), [element])
  const write = (next: string): void => form.change({ reason: next } as Partial<V>)

  return (
    <form {...form.props} className="reason" aria-describedby={`${id}-ask`}>
      <p id={`${id}-ask`} className="reason__ask">
        {ask}
      </p>
      {children}
      <div className="reason__presets">
        {presets.map((preset) => (
          <button
            key={preset}
            type="button"
            className="chip"
            disabled={busy}
            aria-pressed={onPreset ? undefined : reason === preset}
            onClick={() => (onPreset ?? write)(preset)}
          >
            {preset}
          </button>
        ))}
      </div>
      <input
        className="reason__input"
        aria-label={t('reason.label')}
        aria-invalid={missing ? true : undefined}
        aria-describedby={missing ? `${id}-missing` : undefined}
        placeholder={t('reason.own')}
        maxLength={reasonRule.maxLength}
        autoComplete="off"
        value={reason}
        onChange={(event) => write(event.target.value)}
      />
      <output id={`${id}-missing`} className="reason__missing">
        {missing}
      </output>
      <div className="reason__actions">
        <Button label={submit} kind={kind} icon={icon} busy={busy} disabled={busy} type="submit" />
        <Button label={t('reason.cancel')} kind="plain" onClick={onCancel} />
      </div>
    </form>
  )
}
