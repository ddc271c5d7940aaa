import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/contract/basics.ts'
import { dayOf, formatLongDay, formatSeconds } from '../i18n/format.ts'
import { Designed } from './Designed.tsx'
import { linksIn } from './designed.ts'
import type { Mail } from './order.ts'

/** One mail as its receiver would read it: as it was designed, or the plain text, which says the same. */
export function ReadingPane({ mail }: { mail: Mail }) {
  const { t, i18n } = useTranslation('mailbox')
  const id = useId()
  const [plain, setPlain] = useState(false)
  const language = i18n.language as Language
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const when = `${formatLongDay(dayOf(mail.at, zone), language)}, ${formatSeconds(mail.at, zone, language)}`
  const links = linksIn(mail.text)
  const isDesigned = mail.html.trim() !== '' && !plain
  return (
    <article className="reading">
      <h2>{mail.subject || t('noSubject')}</h2>
      <dl className="reading__facts">
        <dt>{t('to')}</dt>
        <dd>{mail.to}</dd>
        <dt>{t('received')}</dt>
        <dd>{when}</dd>
      </dl>
      {mail.html.trim() !== '' && (
        <button type="button" className="reading__turn" aria-controls={id} onClick={() => setPlain(!plain)}>
          {t(plain ? 'showDesigned' : 'showPlain')}
        </button>
      )}
      <div id={id}>
        {isDesigned ? (
          <Designed html={mail.html} />
        ) : (
          <div className="reading__text">{mail.text.trim() || t('noText')}</div>
        )}
      </div>
      {links.length > 0 && (
        <section className="reading__links" aria-label={t('links')}>
          <p>{t('linksHint')}</p>
          {links.map((link) => (
            <p key={link} className="reading__link">
              {link}
            </p>
          ))}
        </section>
      )}
    </article>
  )
}
