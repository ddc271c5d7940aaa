import type { LucideIcon } from 'lucide-react'
import { type ReactNode, type SubmitEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../state/words.ts'
import './form.css'
import './reason.css'
import { useEscape } from './useEscape.ts'

interface Props {
  /** What is about to happen, or the question. */
  ask: string
  presets: string[]
  submit: string
  icon: LucideIcon
  kind: 'primary' | 'danger'
  busy: boolean
  /** A preset answers at once instead of filling the field: for what is done many times a day and can do no harm. */
  quick?: boolean
  /** What else has to be said, above the reason. */
  children?: ReactNode
  /** Whether that can be sent; asked on every try, so that it can say what is wrong. */
  check?: () => boolean
  onSubmit: (reason: string) => void
  onCancel: () => void
}

/** Asks why, as every action of staff goes into the log with its reason (R8.3). */
export function ReasonForm({
  ask,
  presets,
  submit,
  icon,
  kind,
  busy,
  quick = false,
  children,
  check = () => true,
  onSubmit,
  onCancel,
}: Props) {
  const { t } = useWords()
  const id = useId()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEscape(form, onCancel)
  // It opens where the pointer or the focus was: typing goes on without another click.
  useEffect(() => form.current?.querySelector('input')?.focus({ preventScroll: true }), [])

  const choose = (preset: string): void => {
    setReason(preset)
    setMissing(false)
    if (quick) onSubmit(preset)
  }
  const send = (event: SubmitEvent): void => {
    event.preventDefault()
    const why = reason.trim()
    setMissing(!why)
    if (check() && why) onSubmit(why)
  }
  return (
    <form ref={form} className="reason" aria-describedby={`${id}-ask`} onSubmit={send}>
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
            aria-pressed={quick ? undefined : reason === preset}
            onClick={() => choose(preset)}
          >
            {preset}
          </button>
        ))}
      </div>
      <input
        className="reason__input"
        aria-label={t('reason.label')}
        aria-invalid={missing || undefined}
        aria-describedby={missing ? `${id}-missing` : undefined}
        placeholder={t('reason.own')}
        maxLength={300}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <output id={`${id}-missing`} className="reason__missing">
        {missing && t('reason.needed')}
      </output>
      <div className="reason__actions">
        <Button label={submit} kind={kind} icon={icon} busy={busy} disabled={busy} type="submit" />
        <Button label={t('reason.cancel')} kind="plain" onClick={onCancel} />
      </div>
    </form>
  )
}
