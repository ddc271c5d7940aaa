import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import './dialog.css'

interface DialogProps {
  title: string
  onClose: () => void
  children: ReactNode
}

/** A page laid over the page: it keeps the focus inside and gives it back when it goes. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const { t } = useTranslation('common')
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = ref.current
    const before = document.activeElement
    dialog?.showModal()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog ref={ref} className="dialog" aria-labelledby={id} onCancel={onClose}>
      <div className="dialog__page">
        <h2 id={id} className="dialog__title">
          {title}
        </h2>
        {/* Reachable, so that the arrow keys scroll it. */}
        <div className="dialog__body" tabIndex={0}>
          {children}
        </div>
        <Button kind="primary" wide icon={X} label={t('close')} onClick={onClose} />
      </div>
    </dialog>
  )
}
