import { House, MailSearch, PencilLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatCountdown } from '../../../i18n/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { CodeField } from '../../../ui/CodeField.tsx'
import { useNow } from '../../../ui/clock.ts'
import { MailStatus } from '../../../ui/MailStatus.tsx'
import { type ScreenOf, useErrorText, useSend, useView } from '../../page.ts'
import { Illustration } from '../../parts/Illustration.tsx'
import '../../parts/question.css'
import './code.css'

/** The six digits from the mail; the sixth submits (R2.2 to R2.5). */
export function Code({ screen }: { screen: ScreenOf<'code'> }) {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  const checking = useView((view) => view.shell.waiting === 'code')
  const locked = screen.lockedUntil !== null
  const arrives = screen.mail.status === 'queued' || screen.mail.status === 'accepted'
  const error = useErrorText()(
    screen.lockedUntil === null ? screen.error : { code: 'locked', params: { untilAt: screen.lockedUntil } },
  )
  return (
    <div className="question code">
      <Illustration />
      <h1 className="screen__heading">{t('code.title')}</h1>
      <p className="screen__lead code__sent">
        {t(arrives ? 'code.sentTo' : 'code.meantFor', { email: screen.email })}
      </p>
      <CodeField
        cells
        attempt={screen.attempt}
        error={error}
        disabled={locked}
        checking={checking}
        onCode={(code) => send('submitCode', { code })}
      />
      {!locked && <MailStatus mail={screen.mail} sentAt={screen.sentAt} />}
      <div className="code__actions">
        {locked ? (
          <Button kind="primary" icon={House} label={t('code.home')} onClick={() => send('home', {})} />
        ) : (
          <>
            <Button icon={PencilLine} label={t('code.wrongEmail')} onClick={() => send('wrongEmail', {})} />
            <SendAgain at={screen.resendAt} />
          </>
        )}
      </div>
    </div>
  )
}

/** A new code, once the minute is over (R2.4). */
function SendAgain({ at }: { at: number }) {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  const left = at - useNow()
  return (
    <Button
      icon={MailSearch}
      label={t('code.again')}
      detail={left > 0 ? t('code.againIn', { time: formatCountdown(left) }) : undefined}
      disabled={left > 0}
      onClick={() => send('resendCode', {})}
    />
  )
}
