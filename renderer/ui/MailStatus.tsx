import { CircleAlert, Clock3, MailCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../shared/domain/ids.ts'
import { useNow } from './clock.ts'
import './mail-status.css'

const helpAfterMs = 60_000

interface MailStatusProps {
  mail: {
    status: 'queued' | 'accepted' | 'refused' | 'failed'
    /** Why, in the words of the mail server; '' = it did not say. */
    detail: string
  }
  sentAt: Instant
  /** How far the clock of `sentAt` is ahead of ours, in ms. */
  skew?: number
}

/** What became of the mail, and after a minute the steps that help (R2.5). */
export function MailStatus({ mail: { status, detail }, sentAt, skew = 0 }: MailStatusProps) {
  const { t } = useTranslation('common')
  const late = useNow() + skew - sentAt >= helpAfterMs
  const Icon = status === 'queued' ? Clock3 : status === 'accepted' ? MailCheck : CircleAlert
  const why = detail.trim()
  const sentence =
    (status === 'refused' || status === 'failed') && why
      ? t(`mail.${status}Why`, { why: /[.?]$/.test(why) ? why : `${why}.` })
      : t(`mail.${status}`)
  return (
    <div className="mail-status">
      <p className={`mail-status__line mail-status__line--${status}`} role="status">
        <Icon aria-hidden />
        <span>{sentence}</span>
      </p>
      {late && (
        <div className="mail-status__help">
          <h2>{t('mail.help.title')}</h2>
          <ul>
            <li>{t('mail.help.address')}</li>
            <li>{t('mail.help.spam')}</li>
            <li>{t('mail.help.reception')}</li>
          </ul>
        </div>
      )}
    </div>
  )
}
