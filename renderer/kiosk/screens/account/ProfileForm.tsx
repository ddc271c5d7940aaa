import { Save } from 'lucide-react'
import { type SubmitEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { Field, FieldError, TextArea } from '../../../ui/Field.tsx'
import { type ScreenOf, useErrorText, useSend } from '../../page.ts'
import './profile-form.css'

/** Name, phone and a line about oneself, to be put right at any time (R3.4). */
export function ProfileForm({ screen: { profile, error } }: { screen: ScreenOf<'account'> }) {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  const said = useErrorText()(error)
  const atPhone = error?.code === 'phone-invalid'
  const atName = error?.code === 'name-needed'
  const [name, setName] = useState(profile.name)
  const [phone, setPhone] = useState(profile.phone)
  const [bio, setBio] = useState(profile.bio)
  // As the house keeps it: a number gets its country, and the phone may have changed something meanwhile.
  useEffect(() => setName(profile.name), [profile.name])
  useEffect(() => setPhone(profile.phone), [profile.phone])
  useEffect(() => setBio(profile.bio), [profile.bio])
  const same = name === profile.name && phone === profile.phone && bio === profile.bio
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    send('saveProfile', { name: name.trim(), phone: phone.trim(), bio: bio.trim() })
  }
  const text = { type: 'text', autoComplete: 'off', spellCheck: false } as const
  return (
    <form className="profile-form" onSubmit={submit} noValidate>
      <div className="profile-form__pair">
        <Field
          {...text}
          label={t('account.name')}
          maxLength={120}
          data-keyboard="text"
          data-capitals="words"
          value={name}
          error={atName ? said : null}
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          {...text}
          label={t('account.phone')}
          inputMode="tel"
          maxLength={40}
          data-keyboard="phone"
          value={phone}
          error={atPhone ? said : null}
          onChange={(event) => setPhone(event.target.value)}
        />
      </div>
      <TextArea
        label={t('account.bio')}
        hint={t('account.bioHint')}
        rows={2}
        maxLength={500}
        data-keyboard="text"
        value={bio}
        onChange={(event) => setBio(event.target.value)}
      />
      {said && !atPhone && !atName && <FieldError text={said} />}
      <Button
        kind="primary"
        type="submit"
        wide
        icon={Save}
        label={t('account.save')}
        disabled={same || name.trim() === ''}
      />
    </form>
  )
}
