import { useTranslation } from 'react-i18next'
import type { Instant, LocalDate } from '../../../shared/domain/ids.ts'
import { dayOf, formatDay, formatTime } from '../../i18n/format.ts'
import { useLocale } from '../phone.ts'

export interface When {
  /** "18:00", and "midnight" for the end of the day. */
  time: (at: Instant) => string
  /** "Today", "Tue 24 Nov". */
  day: (date: LocalDate, today: LocalDate) => string
  /** "Today, 14:00 to 16:00", in the place's own time. */
  span: (from: Instant, until: Instant, today: LocalDate) => string
}

/** Times as people say them. */
export function useWhen(): When {
  const { t } = useTranslation('phone')
  const { t: tCommon } = useTranslation('common')
  const { language, zone } = useLocale()
  const time = (at: Instant): string => {
    const text = formatTime(at, zone, language)
    return text === '00:00' ? tCommon('midnight') : text
  }
  const day = (date: LocalDate, today: LocalDate): string =>
    date === today ? tCommon('today') : formatDay(date, language)
  return {
    time,
    day,
    span: (from, until, today) =>
      t('when.span', {
        day: day(dayOf(from, zone), today),
        from: formatTime(from, zone, language),
        until: time(until),
      }),
  }
}
