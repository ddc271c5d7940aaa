import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSend, useView } from '../page.ts'

const holdMs = 3000

/**
 * The name of the place. Staff leave the kiosk by it: held for three seconds with a finger, or with Enter while it has
 * the focus, it asks for the PIN (R10.4). A visitor who touches it notices nothing.
 */
export function PlaceName() {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  const id = useId()
  const name = useView((view) => view.shell.location?.name)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const release = (): void => {
    clearTimeout(timer.current)
    timer.current = undefined
  }
  const hold = (): void => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      send('askLeave', {})
    }, holdMs)
  }
  useEffect(() => release, [])

  return (
    <>
      <button
        type="button"
        className="place-name"
        aria-describedby={id}
        onPointerDown={hold}
        onPointerUp={release}
        onPointerLeave={release}
        onPointerCancel={release}
        onKeyDown={(event) => event.key === 'Enter' && hold()}
        onKeyUp={release}
        onBlur={release}
      >
        {name ?? t('product')}
      </button>
      <span id={id} className="visually-hidden">
        {t('leave.how')}
      </span>
    </>
  )
}
