import { type ReactNode, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/contract/person.ts'
import { Question } from '../parts/Question.tsx'
import { useFreshPerson } from '../person.ts'
import { useErrorText, usePhoneState } from '../phone.ts'
import { SignInSteps } from '../sign-in/SignInSteps.tsx'
import { useOwnCommands } from '../sign-in/useOwnCommands.ts'
import { useSignIn } from '../sign-in/useSignIn.ts'
import { BackLink } from './BackLink.tsx'
import { Overview } from './Overview.tsx'
import { ProfileForm } from './ProfileForm.tsx'
import { QuestionsPage } from './QuestionsPage.tsx'
import './me.css'

/** One's own page; who is not signed in says who they are first. `note` stands on top of it. */
export function Me({ note = null }: { note?: ReactNode }) {
  const person = usePhoneState((state) => state.person)
  return person ? <Own person={person} note={note} /> : <SignIn />
}

function Own({ person, note }: { person: Person; note: ReactNode }) {
  const hash = useHash()
  useFreshPerson()
  if (hash === '#profile') return <ProfilePage person={person} />
  if (hash === '#questions') return <QuestionsPage person={person} />
  return <Overview person={person} note={note} />
}

function SignIn() {
  const { t } = useTranslation('phone')
  const signedOut = usePhoneState((state) => state.signedOut)
  const say = useErrorText()
  const page = useSignIn({ key: 'sign-in', ...useOwnCommands() })
  return (
    <SignInSteps
      page={page}
      title={t('email.title')}
      text={(signedOut && say({ code: 'session-invalid' })) || t('email.text')}
    />
  )
}

function ProfilePage({ person }: { person: Person }) {
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

/** Which part of the page is shown: in the address, so that a reload and the phone's back button keep to it. */
function useHash(): string {
  return useSyncExternalStore(
    (changed) => {
      addEventListener('hashchange', changed)
      return () => removeEventListener('hashchange', changed)
    },
    () => location.hash,
  )
}
