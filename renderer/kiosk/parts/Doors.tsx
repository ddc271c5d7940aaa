import { DoorOpen, LoaderCircle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DoorProgress } from '../../../shared/contract/kiosk-view.ts'
import { Button } from '../../ui/Button.tsx'
import { useErrorText, useSend } from '../page.ts'
import './doors.css'

interface DoorsProps {
  doors: readonly { id: string; name: string; progress: DoorProgress }[]
}

/** A button per door. Several doors are told apart by the second line; the name of the button is the same. */
export function Doors({ doors }: DoorsProps) {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  const errorText = useErrorText()
  const several = doors.length > 1

  const said = (progress: DoorProgress): string | null => {
    if (progress === 'idle') return null
    return typeof progress === 'string' ? t(`door.${progress}`) : errorText(progress.error)
  }
  return (
    <div className="doors">
      {doors.map(({ id, name, progress }) => {
        const state = typeof progress === 'string' ? progress : 'error'
        const words = [several ? name : null, said(progress)].filter(Boolean).join(': ')
        return (
          <Button
            key={id}
            kind="primary"
            wide
            className={`doors__one doors__one--${state}`}
            icon={state === 'opening' ? LoaderCircle : DoorOpen}
            busy={state === 'opening'}
            label={t('door.open')}
            detail={<span role="status">{words}</span>}
            onClick={() => send('openDoor', { door: id })}
          />
        )
      })}
    </div>
  )
}
