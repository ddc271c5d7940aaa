import { Camera, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../../ui/Avatar.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Confirm } from '../../../ui/Confirm.tsx'
import { useSend, useView } from '../../page.ts'
import './photo-editor.css'

/** The face that others see, and how to get one, another, or none (R3.4). */
export function PhotoEditor({ hasPhoto }: { hasPhoto: boolean }) {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  const person = useView((view) => view.shell.person)
  const [asked, setAsked] = useState(false)
  return (
    <div className="photo-editor">
      <Avatar large photo={person?.photo} initials={person?.initials ?? ''} />
      <div className="photo-editor__buttons">
        <Button
          icon={Camera}
          label={t(hasPhoto ? 'account.changePhoto' : 'account.addPhoto')}
          onClick={() => send('addPhoto', {})}
        />
        {hasPhoto && (
          <button
            type="button"
            className="photo-editor__remove"
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
