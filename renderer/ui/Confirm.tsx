import { Check, Undo2 } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { Button } from './Button.tsx'
import './dialog.css'

interface ConfirmProps {
  title: string
  text: string
  /** What is done, and what leaves everything as it is. */
  yes: string
  no: string
  onYes: () => void
  onNo: () => void
}

/** Asks once more before something is taken away. The answer that changes nothing has the focus. */
export function Confirm({ title, text, yes, no, onYes, onNo }: ConfirmProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const stay = useRef<HTMLDivElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = ref.current
    const before = document.activeElement
    dialog?.showModal()
    stay.current?.querySelector('button')?.focus()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={ref}
      className="dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={onNo}
    >
      <div className="dialog__page">
        <h2 id={`${id}-title`} className="dialog__title">
          {title}
        </h2>
        <p id={`${id}-text`}>{text}</p>
        <div ref={stay} className="dialog__answers">
          <Button icon={Undo2} label={no} onClick={onNo} />
          <Button kind="danger" icon={Check} label={yes} onClick={onYes} />
        </div>
      </div>
    </dialog>
  )
}
