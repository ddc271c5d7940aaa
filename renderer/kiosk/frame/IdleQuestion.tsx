import { Hand } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../../shared/domain/ids.ts'
import { Button } from '../../ui/Button.tsx'
import { useNow } from '../../ui/clock.ts'
import { useSend } from '../page.ts'
import './overlay.css'

/** Nobody touched the screen for a while: it asks, counts, and then forgets (R10.3). A touch anywhere is an answer. */
export function IdleQuestion({ forgetAt }: { forgetAt: Instant }) {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  const ref = useRef<HTMLDialogElement>(null)
  const seconds = Math.max(0, Math.ceil((forgetAt - useNow()) / 1000))
  useEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  const stay = (): void => send('touch', {})
  return (
    <dialog
      ref={ref}
      className="overlay"
      aria-labelledby="idle-title"
      aria-describedby="idle-text"
      onCancel={stay}
    >
      <div className="overlay__card">
        <h2 id="idle-title" className="overlay__title">
          {t('idle.title')}
        </h2>
        <p className="overlay__count" aria-hidden>
          {seconds}
        </p>
        <p id="idle-text" className="overlay__text">
          {t('idle.text', { count: seconds })}
        </p>
        <Button kind="primary" wide icon={Hand} label={t('idle.stay')} onClick={stay} />
      </div>
    </dialog>
  )
}
