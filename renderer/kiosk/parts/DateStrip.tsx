import { useTranslation } from 'react-i18next'
import type { LocalDate } from '../../../shared/domain/ids.ts'
import { formatDay } from '../../i18n/format.ts'
import { useManner } from '../page.ts'
import './date-strip.css'

interface DateStripProps {
  days: readonly LocalDate[]
  date: LocalDate
  today: LocalDate
  /** What the day is for; "Day" when absent. */
  label?: string
  onPick: (date: LocalDate) => void
}

/** The days that can be booked, today first. */
export function DateStrip({ days, date, today, label, onPick }: DateStripProps) {
  const { t } = useTranslation('kiosk')
  const { t: tCommon } = useTranslation('common')
  const { language } = useManner()
  return (
    <div className="date-strip" role="group" aria-label={label ?? t('desks.days')}>
      {days.map((day) => (
        <button
          key={day}
          type="button"
          className="date-strip__day"
          aria-pressed={day === date}
          onClick={() => onPick(day)}
        >
          {day === today ? tCommon('today') : formatDay(day, language)}
        </button>
      ))}
    </div>
  )
}
