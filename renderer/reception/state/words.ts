import type { TFunction } from 'i18next'
import { createContext, use, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { Money } from '../../../shared/domain/facts.ts'
import type { Instant, LocalDate } from '../../../shared/domain/ids.ts'
import { dayWindow, localDateOf } from '../../../shared/domain/time.ts'
import { errorText } from '../../i18n/errors.ts'
import { formatAge, formatDay, formatMoney, formatTime } from '../../i18n/format.ts'
import { useConsole, useToday, useZone } from './useConsole.ts'

export interface Words {
  t: TFunction<['reception', 'common']>
  /** "14:32" */
  time: (at: Instant) => string
  /** "14:32" today, "Tue 24 Nov, 14:32" on another day. */
  moment: (at: Instant) => string
  /** The same for a beginning: at the start of a day, the day alone. */
  start: (at: Instant) => string
  /** The same for an end: the end of a day is said by that day, not by 00:00 of the next. */
  end: (at: Instant) => string
  day: (date: LocalDate) => string
  /** A text of the hub's with its dates as they are said here: "A5, 2026-11-24" becomes "A5, Tue 24 Nov". */
  withDays: (text: string) => string
  money: (money: Money) => string
  /** "just now", "3 minutes ago": seconds would only be unrest. */
  age: (from: Instant, to: Instant) => string
  error: (error: FoyerError) => string
}

const WordsContext = createContext<Words | null>(null)
export const WordsProvider = WordsContext.Provider

export function useWords(): Words {
  const words = use(WordsContext)
  if (!words) throw new Error('no words around this component')
  return words
}

/** The words of the console with times, prices and errors as they are said at this location; made once for all rows. */
export function useMakeWords(): Words {
  const { t, i18n } = useTranslation(['reception', 'common'])
  const { t: tErrors } = useTranslation('errors')
  const language = useConsole((state) => state.view?.language ?? 'en')
  const zone = useZone()
  const today = useToday()

  return useMemo(() => {
    const { from, until } = dayWindow(today, zone)
    const time = (at: Instant): string => formatTime(at, zone, language)
    const dayAndTime = (at: Instant): string =>
      t('time.day', { day: formatDay(localDateOf(at, zone), language), time: time(at) })
    const moment = (at: Instant): string => (from <= at && at < until ? time(at) : dayAndTime(at))
    const start = (at: Instant): string => {
      if (from < at && at < until) return time(at)
      return time(at) === '00:00' ? formatDay(localDateOf(at, zone), language) : dayAndTime(at)
    }
    const end = (at: Instant): string => {
      if (at === until) return t('common:midnight')
      if (from <= at && at < until) return time(at)
      return time(at) === '00:00' ? formatDay(localDateOf(at - 1, zone), language) : dayAndTime(at)
    }
    const age = (since: Instant, to: Instant): string =>
      to - since < 60_000 ? t('time.agoNow') : formatAge(since, to, language)
    const tOwn = i18n.getFixedT(language, 'reception', 'errors') as unknown as typeof tErrors
    /** What staff should do differs from what a member should do; where it does, the console has its own sentence. */
    const error = (failed: FoyerError): string => {
      const hasOwn = i18n.exists(`errors.${failed.code}`, { ns: 'reception' })
      return errorText(hasOwn ? tOwn : tErrors, withoutBlanks(failed), zone, language)
    }
    const day = (date: LocalDate): string => formatDay(date, language)
    const money = (sum: Money): string => formatMoney(sum, language)
    const withDays = (text: string): string => text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, day)
    return { t, time, moment, start, end, day, withDays, money, age, error }
  }, [t, tErrors, i18n, language, zone, today])
}

/** A name that nobody knows leaves a hole in the longer sentence; then the shorter one is said. */
function withoutBlanks({ code, params = {} }: FoyerError): FoyerError {
  return { code, params: Object.fromEntries(Object.entries(params).filter(([, value]) => value !== '')) }
}
