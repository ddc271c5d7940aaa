import { Camera, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { Confirm } from '../../../ui/Confirm.tsx'
import { useSend } from '../../page.ts'
import { Face } from '../../parts/Face.tsx'
import './photo-editor.css'

/** The face that others see, and how to get one, another, or none (R3.4). */
export function PhotoEditor({ hasPhoto }: { hasPhoto: boolean }) {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  const [asked, setAsked] = useState(false)
  return (
    <div className="face-editor">
      <span className="face-editor__face">
        <Face />
      </span>
      <div className="face-editor__buttons">
        <Button
          icon={Camera}
          label={t(hasPhoto ? 'account.changePhoto' : 'account.addPhoto')}
          onClick={() => send('addPhoto', {})}
        />
        {hasPhoto && (
          <button
            type="button"
            className="face-editor__remove"
            aria-label={t('account.removePhoto')}
            onClick={() => setAsked(true)}
          >
            <Trash2 aria-hidden />
          </button>
        )}
      </div>
      {asked && (
        <Confirm
          title={t('account.removePhoto')}
          text={t('account.removeText')}
          yes={t('account.removePhoto')}
          no={t('account.keep')}
          onYes={() => {
            send('removePhoto', {})
            setAsked(false)
          }}
          onNo={() => setAsked(false)}
        />
      )}
    </div>
  )
}
