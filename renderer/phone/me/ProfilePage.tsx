import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/contract/person.ts'
import { Question } from '../parts/Question.tsx'
import { BackLink } from './BackLink.tsx'
import { ProfileForm } from './ProfileForm.tsx'

export function ProfilePage({ person }: { person: Person }) {
  const { t } = useTranslation('phone')
  return (
    <>
      <BackLink />
      <Question focus title={t('profile.title')} text={person.profile.email}>
        <ProfileForm person={person} />
      </Question>
    </>
  )
}
