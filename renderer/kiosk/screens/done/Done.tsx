import { ArrowLeftRight, CloudOff, Receipt, Ticket } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatLongDay, formatMoney } from '../../../i18n/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { type ScreenOf, useLocale, useSend } from '../../page.ts'
import { Doors } from '../../parts/Doors.tsx'
import { QrCode } from '../../parts/QrCode.tsx'
import { ResultFooter, ResultHello } from '../../parts/Result.tsx'
import { useClockTime } from '../../parts/useClockTime.ts'
import './done.css'

type DoneScreen = ScreenOf<'done'>

/** The moment it was all for: name, desk, until when, which door, and the pass to take along (R7.1). */
export function Done({ screen }: { screen: DoneScreen }) {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  return (
    <div className="done">
      <div className="done__words">
        <ResultHello>{screen.welcomeBack ? t('done.welcomeBack') : screen.firstName}</ResultHello>
        <h1 className="screen__heading">{t(screen.today ? 'done.title' : 'done.titleLater')}</h1>
        <Facts screen={screen} />
      </div>
      <Remarks screen={screen} />
      <div className="done__pass">
        <AccessPass pass={screen.pass} />
      </div>
      <div className="done__actions">
        {screen.today && <Doors doors={screen.doors} />}
        <ResultFooter>
          {screen.today && (
            <Button
              icon={ArrowLeftRight}
              label={t('done.changeDesk')}
              onClick={() => send('changeDesk', {})}
            />
          )}
        </ResultFooter>
      </div>
    </div>
  )
}

/** Desk and time, large; what it cost, beside it. */
function Facts({
  screen: { booking, deskLabel, today, paid, firstName, welcomeBack },
}: {
  screen: DoneScreen
}) {
  const { t } = useTranslation('kiosk')
  const { t: tCommon } = useTranslation('common')
  const { language } = useLocale()
  const time = useClockTime()(booking.until)
  return (
    <div className="done__facts">
      <p className="done__desk">
        <span className="done__desk-word">{t('done.desk')}</span>
        <span className="done__desk-label">{deskLabel}</span>
      </p>
      <div className="done__lines">
        {welcomeBack && firstName && <p className="done__name">{firstName}</p>}
        <p className="done__until">
          {today
            ? tCommon('untilToday', { time })
            : t('done.day', { day: formatLongDay(booking.date, language), time })}
        </p>
        <p className="done__paid">
          {paid.kind === 'due' ? <Receipt aria-hidden /> : <Ticket aria-hidden />}
          {paid.kind === 'due'
            ? t('done.due', { price: formatMoney(paid.price, language) })
            : t(paid.kind === 'pass' ? 'done.paidPass' : 'done.paidNone')}
        </p>
      </div>
    </div>
  )
}

/** What is not quite as it was asked for, said calmly (R9.4). */
function Remarks({ screen: { insteadOf, deskLabel, provisional } }: { screen: DoneScreen }) {
  const { t } = useTranslation('kiosk')
  if (!insteadOf && !provisional) return null
  return (
    <div className="done__remarks" role="status">
      {insteadOf && (
        <p>
          <ArrowLeftRight aria-hidden />
          {t('done.insteadOf', { lost: insteadOf, desk: deskLabel })}
        </p>
      )}
      {provisional && (
        <p>
          <CloudOff aria-hidden />
          {t('done.provisional')}
        </p>
      )}
    </div>
  )
}

/** The pass as a QR code, large enough for the phone in one's hand. */
function AccessPass({ pass }: { pass: string }) {
  const { t } = useTranslation('kiosk')
  if (!pass)
    return (
      <div className="access-pass access-pass--later">
        <p>{t('done.passLater')}</p>
      </div>
    )
  return (
    <figure className="access-pass">
      <div className="access-pass__place">
        <QrCode className="access-pass__code" text={pass} label={t('done.pass')} />
      </div>
      <figcaption className="access-pass__how">{t('done.passHow')}</figcaption>
    </figure>
  )
}
