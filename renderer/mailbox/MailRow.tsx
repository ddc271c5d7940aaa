import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/contract/basics.ts'
import { formatTime } from '../i18n/format.ts'
import type { Mail } from './order.ts'

interface Props {
  mail: Mail
  current: boolean
  onPick: (id: string) => void
}

/** One mail in the list; its button is named by subject and receiver. */
export function MailRow({ mail, current, onPick }: Props) {
  const { t, i18n } = useTranslation('mailbox')
  const subject = mail.subject || t('noSubject')
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <li>
      <button
        type="button"
        className={current ? 'mail mail--current' : 'mail'}
        aria-label={t('name', { subject, to: mail.to })}
        aria-current={current}
        onClick={() => onPick(mail.id)}
      >
        <span className="mail__line">
          <span className="mail__subject">{subject}</span>
          <time dateTime={new Date(mail.at).toISOString()}>
            {formatTime(mail.at, zone, i18n.language as Language)}
          </time>
        </span>
        <span className="mail__to">{mail.to}</span>
      </button>
    </li>
  )
}
