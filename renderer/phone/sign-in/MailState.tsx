import { CircleAlert, Clock3, MailCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { SentCode } from '../../../shared/domain/sign-in.ts'
import { useHubNow } from '../phone.ts'
import './mail-state.css'

const helpAfterMs = 60_000

/** What became of the mail, and after a minute the steps that help (R2.5). */
export function MailState({ sent: { status, detail, sentAt } }: { sent: SentCode }) {
  const { t } = useTranslation('phone')
  const late = useHubNow() - sentAt >= helpAfterMs
  const Icon = status === 'queued' ? Clock3 : status === 'accepted' ? MailCheck : CircleAlert
  const why = detail.trim()
  const sentence =
    (status === 'refused' || status === 'failed') && why
      ? t(`code.mail.${status}Why`, { why: /[.?]$/.test(why) ? why : `${why}.` })
      : t(`code.mail.${status}`)
  return (
    <div className="mail-state">
      <p className={`mail-state__line mail-state__line--${status}`} role="status">
        <Icon aria-hidden />
        <span>{sentence}</span>
      </p>
      {late && (
        <div className="mail-state__help">
          <h2>{t('code.help.title')}</h2>
          <ul>
            <li>{t('code.help.address')}</li>
            <li>{t('code.help.spam')}</li>
            <li>{t('code.help.reception')}</li>
          </ul>
        </div>
      )}
    </div>
  )
}
