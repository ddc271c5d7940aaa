import { useTranslation } from 'react-i18next'
import { formatTime } from '../../i18n/format.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { useMinute } from '../../ui/clock.ts'
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx'
import { useLocale, useSend, useView } from '../page.ts'
import { PlaceName } from './PlaceName.tsx'
import './status-line.css'

/** What stands on top of every screen: place, time, link, language, account. */
export function StatusLine() {
  const send = useSend()
  const { language } = useLocale()
  const offered = useView((view) => view.shell.location?.languages)
  return (
    <header className="status-line">
      <div className="status-line__where">
        <PlaceName />
        <p className="status-line__now">
          <Clock />
          <LinkState />
        </p>
      </div>
      {offered && offered.length > 1 && (
        <LanguageSwitch
          look="buttons"
          className="languages"
          offered={offered}
          current={language}
          onChoose={(chosen) => send('setLanguage', { language: chosen })}
        />
      )}
      <AccountButton />
    </header>
  )
}

function Clock() {
  const { language, zone } = useLocale()
  return <time className="status-line__time">{formatTime(useMinute(), zone, language)}</time>
}

/** One calm dot, and the word for those who do not see its colour. */
function LinkState() {
  const { t } = useTranslation('common')
  const link = useView((view) => view.shell.link)
  return (
    <span className={`link-state link-state--${link}`} role="status">
      <span className="link-state__dot" aria-hidden />
      {t(link)}
    </span>
  )
}

/** The person's photo, else their initials, else a person icon (R10.3). */
function AccountButton() {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  const person = useView((view) => view.shell.person)
  const paired = useView((view) => view.shell.location !== null)
  if (!paired) return null
  return (
    <button
      type="button"
      className={person ? 'account-button account-button--known' : 'account-button'}
      aria-label={t('account.open')}
      onClick={() => send('start', { purpose: 'account' })}
    >
      <Avatar photo={person?.photo} initials={person?.initials ?? ''} />
    </button>
  )
}
