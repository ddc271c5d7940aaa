import { useTranslation } from 'react-i18next'
import { dayOf, formatLongDay } from '../../../i18n/format.ts'
import { type ScreenOf, useLocale, useView } from '../../page.ts'
import { Doors } from '../../parts/Doors.tsx'
import { Illustration } from '../../parts/Illustration.tsx'
import { ResultFooter } from '../../parts/Result.tsx'
import { useClockTime } from '../../parts/useClockTime.ts'
import './welcome.css'

/** A member whose door just opens: that there is nothing to do, why, and until when (R5.3). */
export function Welcome({ screen }: { screen: ScreenOf<'welcome'> }) {
  const { t } = useTranslation('kiosk')
  const { firstName, why } = screen
  return (
    <div className="welcome">
      <Illustration />
      <div className="welcome__words">
        {firstName && <p className="welcome__hello">{t('welcome.hello', { name: firstName })}</p>}
        <h1 className="screen__heading">{t('welcome.title')}</h1>
        <p className="screen__lead">{t(`welcome.why.${why.kind}`, { label: why.label })}</p>
        <Until at={screen.until} />
      </div>
      <div className="welcome__actions">
        <Doors doors={screen.doors} />
        <ResultFooter />
      </div>
    </div>
  )
}

function Until({ at }: { at: number | null }) {
  const { t } = useTranslation('kiosk')
  const { language, zone } = useLocale()
  const today = useView((view) => view.catalogue.today)
  const time = useClockTime()
  if (at === null) return <p className="screen__lead">{t('welcome.noEnd')}</p>
  // An end at midnight belongs to the day that it ends.
  const day = dayOf(at - 1, zone)
  return (
    <p className="screen__lead">
      {day === today
        ? t('welcome.untilTime', { time: time(at) })
        : t('welcome.untilDay', { day: formatLongDay(day, language) })}
    </p>
  )
}
