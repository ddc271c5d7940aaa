import { Save } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { Field, FieldError, TextArea } from '../../../ui/Field.tsx'
import { type FormSchema, useForm } from '../../../ui/useForm.ts'
import { type ScreenOf, useErrorText, useSend } from '../../page.ts'
import './profile-form.css'

const profileForm: FormSchema<{ name: string; phone: string; bio: string }> = {
  name: {
    maxLength: 120,
    check: (name) => (name === '' ? { code: 'name-needed' } : null),
    codes: ['name-needed'],
  },
  phone: { maxLength: 40, codes: ['phone-invalid'] },
  bio: { maxLength: 500 },
}

/** Name, phone and a line about oneself, to be put right at any time (R3.4). */
export function ProfileForm({ screen: { profile, error } }: { screen: ScreenOf<'account'> }) {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  const errorText = useErrorText()
  const form = useForm(profileForm, {
    initial: { name: profile.name, phone: profile.phone, bio: profile.bio },
    // As the house keeps it: a number gets its country, and the phone may have changed something meanwhile.
    follow: true,
    refused: error,
    say: errorText,
    submit: (values) => send('saveProfile', values),
  })
  const text = { type: 'text', autoComplete: 'off', spellCheck: false } as const
  return (
    <form {...form.props} className="profile-form">
      <div className="profile-form__pair">
        <Field
          {...text}
          {...form.text('name')}
          label={t('account.name')}
          data-keyboard="text"
          data-capitals="words"
        />
        <Field
          {...text}
          {...form.text('phone')}
          label={t('account.phone')}
          inputMode="tel"
          data-keyboard="phone"
        />
      </div>
      <TextArea
        {...form.text('bio')}
        label={t('account.bio')}
        hint={t('account.bioHint')}
        rows={2}
        data-keyboard="text"
      />
      {form.failure && <FieldError text={errorText(form.failure) ?? ''} />}
      <Button
        kind="primary"
        type="submit"
        wide
        icon={Save}
        label={t('account.save')}
        disabled={!form.changed || form.faults.name !== undefined}
      />
    </form>
  )
}
