import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocalDate } from '../../../shared/domain/ids.ts'
import { formatDay } from '../../i18n/format.ts'
import { useLocale } from '../page.ts'
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
  const { language } = useLocale()
  const strip = useRef<HTMLDivElement>(null)
  // The picked day is in sight, also where it was picked on another screen.
  useLayoutEffect(() => {
    const picked = strip.current?.querySelector<HTMLElement>('[aria-pressed="true"]')
    if (strip.current && picked)
      strip.current.scrollLeft = picked.offsetLeft - (strip.current.clientWidth - picked.offsetWidth) / 2
  }, [date])
  return (
    <div ref={strip} className="date-strip" role="group" aria-label={label ?? t('desks.days')}>
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
