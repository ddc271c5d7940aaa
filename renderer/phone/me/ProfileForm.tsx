import { Check, Save } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/contract/person.ts'
import { Button } from '../../ui/Button.tsx'
import { Field, FieldError, TextArea } from '../../ui/Field.tsx'
import { type FormSchema, useForm } from '../../ui/useForm.ts'
import { useErrorText, usePhone } from '../phone.ts'
import { Photo } from './photo/Photo.tsx'
import { useDraft } from './useDraft.ts'

interface Values {
  name: string
  phone: string
  bio: string
}

const profileForm: FormSchema<Values> = {
  name: {
    maxLength: 120,
    check: (name) => (name === '' ? { code: 'name-needed' } : null),
    codes: ['name-needed'],
  },
  phone: { maxLength: 40, codes: ['phone-invalid'] },
  bio: { maxLength: 500 },
}

/** Name, phone, bio and photo: each can be added or changed at any time (R3.4). */
export function ProfileForm({ person: { profile, facts } }: { person: Person }) {
  const { t } = useTranslation('phone')
  const { ask } = usePhone()
  const errorText = useErrorText()
  const form = useForm(profileForm, {
    initial: { name: profile.name, phone: profile.phone, bio: profile.bio },
    draft: useDraft<Values>(`profile-draft.${facts.account}`),
    say: errorText,
    submit: async (values) => {
      const result = await ask('profile.update', values)
      return result.ok ? null : result.error
    },
  })
  return (
    <>
      <Photo profile={profile} />
      <form {...form.props} className="stack">
        <Field
          {...form.text('name')}
          label={t('profile.name')}
          autoComplete="name"
          autoCapitalize="words"
          spellCheck={false}
          dir="auto"
        />
        <Field {...form.text('phone')} label={t('profile.phone')} type="tel" name="tel" autoComplete="tel" />
        <TextArea
          {...form.text('bio')}
          label={t('profile.bio')}
          hint={t('profile.bioHint')}
          rows={3}
          dir="auto"
        />
        {form.failure && <FieldError text={errorText(form.failure) ?? ''} />}
        <Button
          kind="primary"
          type="submit"
          wide
          icon={Save}
          label={t('profile.save')}
          busy={form.submitting}
          disabled={form.submitting || !form.touched || form.faults.name !== undefined}
        />
        <div role="status">
          {form.done && (
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
