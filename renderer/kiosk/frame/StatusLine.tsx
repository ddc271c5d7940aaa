import { formatTime } from '../../i18n/format.ts'
import { useMinute } from '../../ui/clock.ts'
import { useLocale } from '../page.ts'
import { AccountButton } from './AccountButton.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { LinkState } from './LinkState.tsx'
import { PlaceName } from './PlaceName.tsx'
import './status-line.css'

/** What stands on top of every screen: place, time, link, language, account. */
export function StatusLine() {
  return (
    <header className="status-line">
      <div className="status-line__where">
        <PlaceName />
        <p className="status-line__now">
          <Clock />
          <LinkState />
        </p>
      </div>
      <LanguageSwitch />
      <AccountButton />
    </header>
  )
}

function Clock() {
  const { language, zone } = useLocale()
  return <time className="status-line__time">{formatTime(useMinute(), zone, language)}</time>
}
