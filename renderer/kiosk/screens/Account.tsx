import { Save, UserRound } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Field, TextArea } from '../../ui/Field.tsx'
import { useSend, useView } from '../page.ts'
import { AccountFacts } from '../parts/AccountFacts.tsx'
import { MoreMenu } from '../parts/MoreMenu.tsx'
import { Scene } from '../parts/Scene.tsx'
import { type ScreenOf, useErrorText } from './screen.ts'
import './account.css'

/** What the house knows of a person, to be read and put right by them. */
export function Account({ screen }: { screen: ScreenOf<'account'> }) {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  const error = useErrorText()(screen.error)
  const { profile } = screen
  const initials = useView((view) => view.shell.person?.initials)
  const [name, setName] = useState(profile.name)
  const [phone, setPhone] = useState(profile.phone)
  const [bio, setBio] = useState(profile.bio)
  const same = name === profile.name && phone === profile.phone && bio === profile.bio
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    send('saveProfile', { name: name.trim(), phone: phone.trim(), bio: bio.trim() })
  }
  const text = { type: 'text', autoComplete: 'off', spellCheck: false } as const
  return (
    <div className="account">
      <Scene />
      <div className="account__head">
        <span className="account__face" aria-hidden>
          {initials || <UserRound />}
        </span>
        <div className="account__who">
          <h1 className="screen__heading">{t('account.title')}</h1>
          <p className="screen__lead account__email">{profile.email}</p>
        </div>
        <MoreMenu />
      </div>
      <AccountFacts screen={screen} />
      <form className="account__form" onSubmit={submit}>
        <Field
          {...text}
          label={t('account.name')}
          maxLength={120}
          data-keyboard="text"
          data-capitals="words"
          value={name}
          error={error}
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          {...text}
          label={t('account.phone')}
          inputMode="tel"
          maxLength={40}
          data-keyboard="phone"
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
        <TextArea
          label={t('account.bio')}
          hint={t('account.bioHint')}
          rows={3}
          maxLength={500}
          data-keyboard="text"
          value={bio}
          onChange={(event) => setBio(event.target.value)}
        />
        <Button
          kind="primary"
          type="submit"
          wide
          icon={Save}
          label={t('account.save')}
          disabled={same || name.trim() === ''}
        />
      </form>
    </div>
  )
}
