import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/contract/person.ts'
import { firstName } from '../me/facts.ts'
import { Prepared } from '../me/Prepared.tsx'
import { ProfileForm } from '../me/ProfileForm.tsx'
import { LinkButton } from '../parts/LinkButton.tsx'
import { Question } from '../parts/Question.tsx'
import { useFreshPerson } from '../person.ts'
import { usePlace } from '../phone.ts'

/** The profile as it was filled in for them, to be put right and completed (R4.2). */
export function Activated({ person }: { person: Person }) {
  const { t } = useTranslation('phone')
  const { name: place } = usePlace()
  useFreshPerson()
  const first = firstName(person.profile.name)
  return (
    <Question
      focus
      title={first ? t('activate.doneTitle', { name: first }) : t('activate.doneTitleUnnamed')}
      text={t('activate.doneText', { place })}
    >
      <Prepared person={person} />
      <LinkButton href="/me" label={t('activate.toMe')} />
      <ProfileForm person={person} />
    </Question>
  )
}
