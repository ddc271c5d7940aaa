import { Camera, Trash2 } from 'lucide-react'
import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoyerError } from '../../../../shared/contract/errors.ts'
import type { Profile } from '../../../../shared/contract/person.ts'
import { Avatar } from '../../../ui/Avatar.tsx'
import { Button } from '../../../ui/Button.tsx'
import { FieldError } from '../../../ui/Field.tsx'
import { useErrorText, usePhone } from '../../phone.ts'
import { initialsOf } from '../facts.ts'
import { Cropper } from './Cropper.tsx'
import './photo.css'
import { checkFile } from './picture.ts'
import { usePhoto } from './usePhoto.ts'

/** The photo: taken or chosen on the phone, cut to a square there, and only then sent (R3.4). */
export function Photo({ profile }: { profile: Profile }) {
  const { t } = useTranslation('phone')
  const { ask } = usePhone()
  const photo = usePhoto(profile.photo)
  const input = useRef<HTMLInputElement>(null)
  const [picture, setPicture] = useState<ImageBitmap | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<FoyerError | null>(null)
  const text = useErrorText()(error)
  useEffect(() => () => picture?.close(), [picture])

  const pick = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [file] = event.target.files ?? []
    // The same file may be chosen again.
    event.target.value = ''
    if (!file) return
    const wrong = checkFile(file)
    setError(wrong && { code: wrong })
    if (!wrong)
      setPicture(await createImageBitmap(file).catch(() => (setError({ code: 'photo-invalid' }), null)))
  }
  const during = async (
    run: () => Promise<{ ok: true } | { ok: false; error: FoyerError }>,
  ): Promise<void> => {
    setBusy(true)
    setError(null)
    const result = await run()
    setBusy(false)
    if (result.ok) setPicture(null)
    else setError(result.error)
  }
  const use = (image: string | null): void => {
    if (image === null) setError({ code: 'photo-invalid' })
    else void during(() => ask('photo.put', { image }))
  }
  return (
    <section className="photo" aria-label={t('photo.heading')}>
      {picture ? (
        <Cropper picture={picture} busy={busy} onUse={use} onCancel={() => setPicture(null)} />
      ) : (
        <div className="photo__now">
          <Avatar large photo={photo} initials={initialsOf(profile.name)} />
          <div className="stack stack--close">
            <Button
              icon={Camera}
              label={t(profile.photo ? 'photo.change' : 'photo.add')}
              onClick={() => input.current?.click()}
            />
            {profile.photo && (
              <Button
                kind="plain"
                icon={Trash2}
                label={t('photo.remove')}
                busy={busy}
                disabled={busy}
                onClick={() => void during(() => ask('photo.remove', {}))}
              />
            )}
          </div>
        </div>
      )}
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept="image/*"
        capture="user"
        tabIndex={-1}
        aria-hidden
        onChange={(event) => void pick(event)}
      />
      <div aria-live="polite">{text && <FieldError text={text} />}</div>
    </section>
  )
}
