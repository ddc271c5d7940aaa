import { CircleAlert, Clock3, MailCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../../shared/domain/ids.ts'
import { useNow } from '../../ui/clock.ts'
import './mail-status.css'
import type { ScreenOf } from '../page.ts'

const helpAfterMs = 60_000

interface MailStatusProps {
  mail: ScreenOf<'code'>['mail']
  sentAt: Instant
}

/** What became of the mail, and after a minute the steps that help (R2.5). */
export function MailStatus({ mail: { status, detail }, sentAt }: MailStatusProps) {
  const { t } = useTranslation('kiosk')
  const late = useNow() - sentAt >= helpAfterMs
  const Icon = status === 'queued' ? Clock3 : status === 'accepted' ? MailCheck : CircleAlert
  const why = detail.trim()
  const sentence =
    status === 'refused' || status === 'failed'
      ? why
        ? t(`code.mail.${status}Why`, { why: /[.?]$/.test(why) ? why : `${why}.` })
        : t(`code.mail.${status}`)
      : t(`code.mail.${status}`)
  return (
    <div className="mail-status">
      <p className={`mail-status__line mail-status__line--${status}`} role="status">
        <Icon aria-hidden />
        <span>{sentence}</span>
      </p>
      {late && (
        <div className="mail-status__help">
          <p className="mail-status__title">{t('code.help.title')}</p>
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
