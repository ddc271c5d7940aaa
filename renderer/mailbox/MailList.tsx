import { useTranslation } from 'react-i18next'
import { MailRow } from './MailRow.tsx'
import type { Mail } from './order.ts'

interface Props {
  mails: Mail[]
  shown: string | undefined
  onPick: (id: string) => void
}

/** All mails, newest first. */
export function MailList({ mails, shown, onPick }: Props) {
  const { t } = useTranslation('mailbox')
  return (
    <nav className="mails" aria-label={t('list')}>
      <p className="mails__count">{t('count', { count: mails.length })}</p>
      <ul>
        {mails.map((mail) => (
          <MailRow key={mail.id} mail={mail} current={mail.id === shown} onPick={onPick} />
        ))}
      </ul>
    </nav>
  )
}
