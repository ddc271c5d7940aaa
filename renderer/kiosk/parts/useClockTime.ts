import { useTranslation } from 'react-i18next'
import type { Instant } from '../../../shared/domain/ids.ts'
import { formatTime } from '../../i18n/format.ts'
import { useLocale } from '../page.ts'

/** A time of day as people say it: "18:00", and "midnight" for the end of the day. */
export function useClockTime(): (at: Instant) => string {
  const { t } = useTranslation('common')
  const { language, zone } = useLocale()
  return (at) => {
    const time = formatTime(at, zone, language)
    return time === '00:00' ? t('midnight') : time
  }
}
