import { useTranslation } from 'react-i18next'
import { formatDay } from '../../i18n/format.ts'
import { useManner, useView } from '../page.ts'
import type { ScreenOf } from '../screens/screen.ts'
import './account-facts.css'

/** Plans, passes and bookings. */
export function AccountFacts({ screen: { plans, passesLeft, bookings } }: { screen: ScreenOf<'account'> }) {
  const { t } = useTranslation('kiosk')
  const { t: tCommon } = useTranslation('common')
  const { language } = useManner()
  const today = useView((view) => view.catalogue.today)
  const day = (date: string): string => (date === today ? tCommon('today') : formatDay(date, language))
  const runs = (from: string, to: string | null): string => {
    if (to) return t('account.fromTo', { from: formatDay(from, language), to: formatDay(to, language) })
    return t(from > today ? 'account.from' : 'account.running', { day: formatDay(from, language) })
  }
  return (
    <dl className="account-facts">
      <div>
        <dt>{t('account.passes')}</dt>
        <dd>{t('account.passesLeft', { count: passesLeft })}</dd>
      </div>
      <div>
        <dt>{t('account.plans')}</dt>
        {plans.length === 0 && <dd>{t('account.noPlans')}</dd>}
        {plans.map((plan) => (
          <dd key={plan.name + plan.startsOn}>
            {plan.name}
            <span className="account-facts__when">{runs(plan.startsOn, plan.endsOn)}</span>
          </dd>
        ))}
      </div>
      <div>
        <dt>{t('account.bookings')}</dt>
        {bookings.length === 0 && <dd>{t('account.noBookings')}</dd>}
        {bookings.map((booking) => (
          <dd key={booking.id}>
            {booking.deskLabel}
            <span className="account-facts__when">{day(booking.date)}</span>
          </dd>
        ))}
      </div>
    </dl>
  )
}
