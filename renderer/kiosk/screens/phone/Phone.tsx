import { Check, Circle, CircleDot, Smartphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { type ScreenOf, useSend } from '../../page.ts'
import { Illustration } from '../../parts/Illustration.tsx'
import { phoneSteps, stepStates } from './steps.ts'
import './phone.css'

const icons = { done: Check, now: CircleDot, next: Circle }

/** Somebody goes on with their phone; this screen follows, and can be taken back (R7.4). */
export function Phone({ screen }: { screen: ScreenOf<'phone'> }) {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  const states = stepStates(screen.step)
  return (
    <div className="phone">
      <Illustration />
      <div className="phone__words">
        <Smartphone className="phone__sign" aria-hidden />
        <h1 className="screen__heading">{t(states ? 'phone.title' : 'phone.leftTitle')}</h1>
        <p className="screen__lead">{t(states ? 'phone.text' : 'phone.left')}</p>
      </div>
      {states ? (
        <ol className="phone__steps" aria-live="polite">
          {phoneSteps.map((step) => {
            const state = states[step]
            const Icon = icons[state]
            return (
              <li
                key={step}
                className={`phone__step phone__step--${state}`}
                aria-current={state === 'now' ? 'step' : undefined}
              >
                <span className="phone__mark">
                  <Icon aria-hidden />
                </span>
                <span className="phone__step-name">{t(`phone.steps.${step}`)}</span>
                <span className="phone__state">{t(`phone.state.${state}`)}</span>
              </li>
            )
          })}
        </ol>
      ) : (
        <Button kind="primary" wide label={t('code.home')} onClick={() => send('home', {})} />
      )}
    </div>
  )
}
