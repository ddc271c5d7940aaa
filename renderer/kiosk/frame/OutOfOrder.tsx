import { LoaderCircle, Phone, Wrench } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import './overlay.css'

interface OutOfOrderProps {
  state: 'restarting' | 'out-of-order'
  helpPhone: string
}

/** The process behind the page is gone: for a moment, or until somebody comes (R9.6). */
export function OutOfOrder({ state, helpPhone }: OutOfOrderProps) {
  const { t } = useTranslation('kiosk')
  const ref = useRef<HTMLDialogElement>(null)
  const back = state === 'restarting'
  const Icon = back ? LoaderCircle : Wrench
  useEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={ref}
      className={back ? 'overlay overlay--working' : 'overlay'}
      aria-labelledby="health-title"
      onCancel={(event) => event.preventDefault()}
    >
      <div className="overlay__card">
        <Icon className="overlay__icon" aria-hidden />
        <h2 id="health-title" className="overlay__title">
          {t(back ? 'health.restarting' : 'health.outOfOrder')}
        </h2>
        <p className="overlay__text">{t(back ? 'health.restartingText' : 'health.outOfOrderText')}</p>
        {!back && helpPhone && (
          <p className="overlay__phone">
            <Phone aria-hidden />
            {helpPhone}
          </p>
        )}
      </div>
    </dialog>
  )
}
