import { useTranslation } from 'react-i18next'
import type { Weekday } from '../../../../shared/domain/facts.ts'
import { useView } from '../../page.ts'

const weekdays: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** Today's opening hours, as the location has them. */
export function OpenToday() {
  const { t } = useTranslation('kiosk')
  const { t: tCommon } = useTranslation('common')
  const today = useView((view) => view.catalogue.today)
  const hours = useView((view) => view.shell.location?.openingHours)
  if (!hours) return null
  const weekday = weekdays[new Date(`${today}T12:00:00Z`).getUTCDay()]
  const open = weekday && hours[weekday]
  if (!open) return <span>{t('home.closed')}</span>
  if (open.from === '00:00' && open.until === '24:00') return <span>{t('home.openAllDay')}</span>
  const until = open.until === '24:00' ? tCommon('midnight') : open.until
  return <span>{t('home.open', { from: open.from, until })}</span>
}
