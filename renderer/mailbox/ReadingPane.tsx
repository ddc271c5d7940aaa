import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/contract/basics.ts'
import { dayOf, formatLongDay, formatSeconds } from '../i18n/format.ts'
import type { Mail } from './order.ts'

/** One mail as its receiver would read it: the plain text, which says the same as the HTML beside it. */
export function ReadingPane({ mail }: { mail: Mail }) {
  const { t, i18n } = useTranslation('mailbox')
  const language = i18n.language as Language
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const when = `${formatLongDay(dayOf(mail.at, zone), language)}, ${formatSeconds(mail.at, zone, language)}`
  return (
    <article className="reading">
      <h2>{mail.subject || t('noSubject')}</h2>
      <dl className="reading__facts">
        <dt>{t('to')}</dt>
        <dd>{mail.to}</dd>
        <dt>{t('received')}</dt>
        <dd>{when}</dd>
      </dl>
      <div className="reading__text">{mail.text.trim() || t('noText')}</div>
    </article>
  )
}
