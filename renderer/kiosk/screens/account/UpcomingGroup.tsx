import { CalendarDays } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf, formatDay, formatSpan } from '../../../i18n/format.ts'
import { Confirm } from '../../../ui/Confirm.tsx'
import { type ScreenOf, useLocale, useSend, useView } from '../../page.ts'
import { Group } from './Group.tsx'
import { GroupRow, RowButton } from './GroupRow.tsx'
import { type Upcoming, upcomingOf } from './upcoming.ts'

/** What is booked, reserved and joined, and a way out of it while there is one. */
export function UpcomingGroup({ screen }: { screen: ScreenOf<'account'> }) {
  const { t } = useTranslation('kiosk')
  const { zone } = useLocale()
  const send = useSend()
  const [asked, setAsked] = useState<Upcoming | null>(null)
  const whenText = useWhenText()
  const cancel = (one: Upcoming): void => {
    if (one.kind === 'event') send('leaveEvent', { place: one.id })
    else send('cancelReservation', { reservation: one.id })
    setAsked(null)
  }
  const nameOf = (one: Upcoming): string =>
    one.kind === 'desk' ? t('account.desk', { desk: one.name }) : one.name
  return (
    <>
      <Group
        icon={CalendarDays}
        title={t('account.upcoming')}
        items={upcomingOf(screen, (at) => dayOf(at, zone))}
        none={t('account.noUpcoming')}
      >
        {(one) => (
          <GroupRow
            key={one.kind + one.id}
            name={nameOf(one)}
            detail={whenText(one)}
            action={
              one.mayCancel && (
                <RowButton
                  label={t('account.cancel')}
                  about={`${one.name}, ${whenText(one)}`}
                  onClick={() => setAsked(one)}
                />
              )
            }
          />
        )}
      </Group>
      {asked && (
        <Confirm
          title={t('account.cancelTitle', { name: asked.name })}
          text={t('account.cancelText', { when: whenText(asked) })}
          yes={t('account.cancelYes')}
          no={t('account.keep')}
          onYes={() => cancel(asked)}
          onNo={() => setAsked(null)}
        />
      )}
    </>
  )
}

/** "Today, 10:00–11:30". */
function useWhenText(): (one: Upcoming) => string {
  const { t } = useTranslation('common')
  const { language, zone } = useLocale()
  const today = useView((view) => view.catalogue.today)
  return ({ date, time }) => {
    const day = date === today ? t('today') : formatDay(date, language)
    return time ? `${day}, ${formatSpan(time.from, time.until, zone, language)}` : day
  }
}
