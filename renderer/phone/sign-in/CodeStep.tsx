import { Mail, MailSearch, PencilLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { SentCode } from '../../../shared/domain/sign-in.ts'
import { formatCountdown } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { CodeField } from '../../ui/CodeField.tsx'
import { MailStatus } from '../../ui/MailStatus.tsx'
import { Question } from '../parts/Question.tsx'
import { useErrorText, useHubNow, usePhoneState } from '../phone.ts'
import type { SignInPage } from './useSignIn.ts'

interface CodeStepProps {
  page: SignInPage
  /** As it is shown: masked where the phone does not know the whole address. */
  email: string
  /** The address is given, so that it cannot be a wrong one. */
  fixed?: boolean
}

/** Never more than there was at first: the clock that is shown ticks by the second and may be behind. */
function untilResend({ resendAt, sentAt }: SentCode, now: Instant): number {
  return Math.min(resendAt - now, resendAt - sentAt)
}

/** The six digits from the mail; the sixth submits (R2.2 to R2.5). */
export function CodeStep({ page, email, fixed = false }: CodeStepProps) {
  const { t } = useTranslation('phone')
  const { state, waiting } = page
  const now = useHubNow()
  const skew = usePhoneState((phone) => phone.skew)
  // When the lock is over the email is entered again (R2.3); a given address gets a new code at a tap.
  const locked = state.lockedUntil !== null && now < state.lockedUntil
  const error = useErrorText()(
    state.lockedUntil === null ? state.error : { code: 'locked', params: { untilAt: state.lockedUntil } },
  )
  const over = state.lockedUntil !== null
  const left = over || !state.sent ? 0 : untilResend(state.sent, now)
  return (
    <Question title={t('code.title')} text={t('code.sentTo', { email })} focus={over}>
      <CodeField
        attempt={state.attempt}
        error={error}
        disabled={over}
        checking={waiting === 'code'}
        checkingText={t('code.checking')}
        onCode={(code) => void page.submit(code)}
      />
      {!over && state.sent && <MailStatus mail={state.sent} sentAt={state.sent.sentAt} skew={skew} />}
      <div className="stack stack--close">
        {!fixed && (
          <Button
            wide
            kind={over ? 'primary' : 'quiet'}
            icon={over ? Mail : PencilLine}
            label={t(over ? 'code.emailAgain' : 'code.wrongEmail')}
            onClick={page.back}
          />
        )}
        {(!over || (fixed && !locked)) && (
          <Button
            wide
            icon={MailSearch}
            label={t('code.again')}
            detail={left > 0 ? t('code.againIn', { time: formatCountdown(left) }) : undefined}
            busy={waiting === 'mail'}
            disabled={left > 0}
            onClick={() => void page.send(state.email)}
          />
        )}
      </div>
    </Question>
  )
}
