import { RotateCw } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { Person } from '../../../shared/contract/person.ts'
import { setPageLanguage } from '../../i18n/index.ts'
import { Button } from '../../ui/Button.tsx'
import { FieldError } from '../../ui/Field.tsx'
import { chooseLanguage } from '../language.ts'
import { firstName } from '../me/facts.ts'
import { Me } from '../me/Me.tsx'
import { Prepared } from '../me/Prepared.tsx'
import { ProfileForm } from '../me/ProfileForm.tsx'
import { LinkButton } from '../parts/LinkButton.tsx'
import { Question } from '../parts/Question.tsx'
import { useFreshPerson } from '../person.ts'
import { useErrorText, usePhone, usePhoneState, usePlace } from '../phone.ts'
import { isWholeToken } from '../route.ts'
import { ByCode } from './ByCode.tsx'
import { Fresh } from './Fresh.tsx'
import { activationStep, type Looked } from './links.ts'

const unknown: Looked = { state: 'unknown', name: '', email: '', language: 'en' }

/** Where the button of an invitation's mail leads (R4.2). Opening it changes nothing: mail scanners do that too. */
export function Activate({ token }: { token: string }) {
  const { t } = useTranslation('phone')
  const { memory } = usePhone()
  const person = usePhoneState((state) => state.person)
  const { looked, error, look } = useLook(token)
  const [done, setDone] = useState(() => memory.read(`activated.${token}`) === true)
  const text = useErrorText()(error)
  const finish = (): void => {
    memory.write(`activated.${token}`, true)
    setDone(true)
  }

  if (done) return person ? <Activated person={person} /> : <Me />
  if (!looked)
    return (
      <Question title={t('activate.looking')}>
        {text && (
          <>
            <FieldError text={text} />
            <Button wide icon={RotateCw} label={t('again')} onClick={look} />
          </>
        )}
      </Question>
    )
  switch (activationStep(looked, person?.profile.email)) {
    case 'unknown':
      return (
        <Question focus title={t('activate.unknownTitle')} text={t('activate.unknownText')}>
          <LinkButton href="/me" label={t('activate.signIn')} />
        </Question>
      )
    case 'mine':
      return <Me />
    case 'fresh':
      return <Fresh token={token} name={looked.name} onDone={finish} onOver={look} />
    case 'code':
      return <ByCode token={token} looked={looked} onDone={finish} />
  }
}

/** What the link is good for, now. */
function useLook(token: string): { looked: Looked | null; error: FoyerError | null; look: () => void } {
  const { ask, memory, words } = usePhone()
  const { languages } = usePlace()
  const whole = isWholeToken(token)
  const [looked, setLooked] = useState<Looked | null>(whole ? null : unknown)
  const [error, setError] = useState<FoyerError | null>(null)

  const look = useCallback((): void => {
    if (!whole) return
    setError(null)
    void ask('activation.look', { token }).then((result) => {
      if (!result.ok) return setError(result.error)
      setLooked(result.value)
      const wish = { chosen: memory.language.read(), preferred: navigator.languages }
      setPageLanguage(words, chooseLanguage(languages, { ...wish, invited: result.value.language }))
    })
  }, [ask, memory, words, languages, token, whole])

  useEffect(look, [look])
  return { looked, error, look }
}

/** The profile as it was filled in for them, to be put right and completed (R4.2). */
function Activated({ person }: { person: Person }) {
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
