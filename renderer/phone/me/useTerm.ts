import { useTranslation } from 'react-i18next'
import type { LocalDate } from '../../../shared/domain/ids.ts'
import { formatDay } from '../../i18n/format.ts'
import { useLocale } from '../phone.ts'

type Term = { startsOn: LocalDate; endsOn: LocalDate | null; renewsOn?: LocalDate | null }

/** From when until when something runs, in words. */
export function useTerm(): (term: Term, today: LocalDate) => string {
  const { t } = useTranslation('phone')
  const { language } = useLocale()
  return ({ startsOn, endsOn, renewsOn }, today) => {
    const day = formatDay(startsOn, language)
    if (endsOn !== null && startsOn > today)
      return t('plans.fromTo', { from: day, to: formatDay(endsOn, language) })
    if (endsOn !== null) return t('plans.until', { day: formatDay(endsOn, language) })
    if (startsOn > today) return t('plans.from', { day })
    return renewsOn ? t('plans.renews', { day: formatDay(renewsOn, language) }) : t('plans.since', { day })
  }
}
