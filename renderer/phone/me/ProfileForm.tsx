import { Check, Save } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { Person } from '../../../shared/contract/person.ts'
import { Button } from '../../ui/Button.tsx'
import { Field, FieldError, TextArea } from '../../ui/Field.tsx'
import { useErrorText, usePhone } from '../phone.ts'
import { Photo } from './photo/Photo.tsx'
import { useDraft } from './useDraft.ts'

interface Draft {
  name: string
  phone: string
  bio: string
}

/** Name, phone, bio and photo: each can be added or changed at any time (R3.4). */
export function ProfileForm({ person: { profile, facts } }: { person: Person }) {
  const { t } = useTranslation('phone')
  const { ask } = usePhone()
  const [draft, setDraft] = useDraft<Draft>(`profile-draft.${facts.account}`)
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState(false)
  const [error, setError] = useState<FoyerError | null>(null)
  const say = useErrorText()
  const { name, phone, bio } = draft ?? profile
  const change = (part: Partial<Draft>): void => {
    setSaved(false)
    setError(null)
    setDraft({ name, phone, bio, ...part })
  }
  const submit = async (): Promise<void> => {
    setBusy(true)
    const result = await ask('profile.update', { name: name.trim(), phone: phone.trim(), bio: bio.trim() })
    setBusy(false)
    if (!result.ok) return setError(result.error)
    setDraft(null)
    setSaved(true)
  }
  const wrongPhone = error?.code === 'phone-invalid'
  return (
    <>
      <Photo profile={profile} />
      <form
        className="stack"
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Field
          label={t('profile.name')}
          name="name"
          autoComplete="name"
          autoCapitalize="words"
          spellCheck={false}
          maxLength={120}
          dir="auto"
          value={name}
          onChange={(event) => change({ name: event.target.value })}
        />
        <Field
          label={t('profile.phone')}
          type="tel"
          name="tel"
          autoComplete="tel"
          maxLength={40}
          value={phone}
          error={wrongPhone ? say(error) : null}
          onChange={(event) => change({ phone: event.target.value })}
        />
        <TextArea
          label={t('profile.bio')}
          hint={t('profile.bioHint')}
          rows={3}
          maxLength={500}
          dir="auto"
          value={bio}
          onChange={(event) => change({ bio: event.target.value })}
        />
        {error && !wrongPhone && <FieldError text={say(error) ?? ''} />}
        <Button
          kind="primary"
          type="submit"
          wide
          icon={Save}
          label={t('profile.save')}
          busy={busy}
          disabled={busy || draft === null || name.trim() === ''}
        />
        <div role="status">
          {saved && (
            <p className="done-line">
              <Check aria-hidden />
              {t('profile.saved')}
            </p>
          )}
        </div>
      </form>
    </>
  )
}
