import { ArrowRight, MonitorSmartphone, RotateCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { FieldError } from '../../ui/Field.tsx'
import { firstName } from '../me/facts.ts'
import { Me } from '../me/Me.tsx'
import { useLogOut } from '../me/useLogOut.ts'
import { LinkButton } from '../parts/LinkButton.tsx'
import { Question } from '../parts/Question.tsx'
import { useErrorText, usePhone, usePhoneState } from '../phone.ts'
import { SignInSteps } from '../sign-in/SignInSteps.tsx'
import { useOwnCommands } from '../sign-in/useOwnCommands.ts'
import { useSignIn } from '../sign-in/useSignIn.ts'
import './handoff.css'
import { stepOf } from './step.ts'
import { useHandoff } from './useHandoff.ts'

/** Goes on from a kiosk's QR code: who one is, on one's own keyboard, and the kiosk greets (R7.4). */
export function Handoff({ token }: { token: string }) {
  const { t } = useTranslation('phone')
  const { memory } = usePhone()
  const person = usePhoneState((state) => state.person)
  const own = useOwnCommands()
  const page = useSignIn({
    key: 'sign-in',
    request: own.request,
    verify: async (email, code) => {
      const verified = await own.verify(email, code)
      if (verified.ok) {
        memory.forget('sign-in')
        await handoff.greet()
      }
      return verified
    },
  })
  const handoff = useHandoff(token, stepOf(page.state))
  const error = useErrorText()(handoff.error)

  if (handoff.state === 'over') return <Over />
  if (handoff.state === 'greeted') return <Me note={person ? <LookUp /> : null} />
  if (handoff.state === 'opening' || handoff.state === 'greeting')
    return (
      <Question title={t('handoff.title')}>
        {error ? (
          <>
            <FieldError text={error} />
            <Button wide icon={RotateCw} label={t('again')} onClick={handoff.again} />
          </>
        ) : (
          <p role="status">{t(handoff.state === 'greeting' ? 'handoff.greeting' : 'handoff.opening')}</p>
        )}
      </Question>
    )
  if (person) return <GoOn name={firstName(person.profile.name)} error={error} greet={handoff.greet} />
  return <SignInSteps page={page} title={t('handoff.title')} text={t('handoff.text')} />
}

/** Signed in on this phone already: one tap. */
function GoOn({ name, error, greet }: { name: string; error: string | null; greet: () => Promise<void> }) {
  const { t } = useTranslation('phone')
  const { logOut } = useLogOut()
  return (
    <Question title={t('handoff.title')} text={t('handoff.known')}>
      {error && <FieldError text={error} />}
      <Button
        kind="primary"
        wide
        icon={ArrowRight}
        label={name ? t('handoff.goOn', { name }) : t('handoff.goOnUnnamed')}
        onClick={() => void greet()}
      />
      <Button
        kind="plain"
        wide
        label={name ? t('handoff.not', { name }) : t('handoff.notUnnamed')}
        onClick={() => void logOut()}
      />
    </Question>
  )
}

function LookUp() {
  const { t } = useTranslation('phone')
  return (
    <div className="look-up" role="status">
      <MonitorSmartphone aria-hidden />
      <div>
        <p className="look-up__title">{t('handoff.lookUp')}</p>
        <p>{t('handoff.below')}</p>
      </div>
    </div>
  )
}

function Over() {
  const { t } = useTranslation('phone')
  return (
    <Question focus title={t('handoff.overTitle')} text={t('handoff.overText')}>
      <LinkButton href="/me" label={t('handoff.overGo')} />
    </Question>
  )
}
