import type { Language } from '../../shared/contract/basics.ts'
import type { Money, WeeklyHours } from '../../shared/domain/facts.ts'
import type { Instant, LocalDate, Zone } from '../../shared/domain/ids.ts'
import { runsOf } from './hours.ts'

/** How people of each language write: English here is the English of Europe, with a 24-hour clock. */
const locales: Record<Language, string> = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' }

const made = new Map<string, Intl.DateTimeFormat>()

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  const known = made.get(key) ?? new Intl.DateTimeFormat(locales[language], options)
  made.set(key, known)
  return known
}

/** Some versions of ICU put a comma after the English weekday, some do not. */
const plain = (text: string): string => text.replace(/^(\p{L}+\.?), /u, '$1 ')

/** "€25.00", "25,00 €": minor units in, however many the currency has. */
export function formatMoney(money: Money, language: Language): string {
  const format = new Intl.NumberFormat(locales[language], { style: 'currency', currency: money.currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(money.amount / 10 ** digits)
}

/** "14:32" in a zone. */
export function formatTime(at: Instant, zone: Zone, language: Language): string {
  return dateFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(at)
}

/** "14:32:07" in a zone: for lists in which order matters. */
export function formatSeconds(at: Instant, zone: Zone, language: Language): string {
  const options = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const
  return dateFormat(language, { ...options, timeZone: zone }).format(at)
}

/** The calendar day of an instant in a zone, 'YYYY-MM-DD' (R5.7). */
export function dayOf(at: Instant, zone: Zone): LocalDate {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at)
  const part = (type: string): string => parts.find((p) => p.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** A day has no zone: it is read and written at the same noon. */
const noon = (date: LocalDate): Instant => Date.parse(`${date}T12:00:00Z`)

/** "Tue 24 Nov": for buttons and rows. */
export function formatDay(date: LocalDate, language: Language): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  return plain(dateFormat(language, options).format(noon(date)))
}

/** "Tuesday 24 November": for sentences. */
export function formatLongDay(date: LocalDate, language: Language): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const
  return plain(dateFormat(language, options).format(noon(date)))
}

/** "1 Oct", and "31 Mar 2027" in another year than `today`: for dates far away, of which the weekday matters to nobody. */
export function formatDate(date: LocalDate, today: LocalDate, language: Language): string {
  const year = date.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
  return dateFormat(language, { day: 'numeric', month: 'short', ...year, timeZone: 'UTC' }).format(noon(date))
}

/** "0:42" of the seconds that are left, never below zero. */
export function formatCountdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** "3 minutes ago", "yesterday": how old something is. */
export function formatAge(from: Instant, to: Instant, language: Language): string {
  const format = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' })
  const seconds = Math.round((from - to) / 1000)
  if (Math.abs(seconds) < 60) return format.format(seconds, 'second')
  if (Math.abs(seconds) < 3600) return format.format(Math.trunc(seconds / 60), 'minute')
  if (Math.abs(seconds) < 86_400) return format.format(Math.trunc(seconds / 3600), 'hour')
  return format.format(Math.trunc(seconds / 86_400), 'day')
}

/** "10:00–11:30" in a zone; the end of a day is 24:00, not the beginning of the next. */
export function formatSpan(from: Instant, until: Instant, zone: Zone, language: Language): string {
  const end = formatTime(until, zone, language)
  return `${formatTime(from, zone, language)}–${end === '00:00' ? '24:00' : end}`
}

/** "Mon–Fri 08:00–18:00", one entry per run of days with the same hours. */
export function formatHours(hours: WeeklyHours, language: Language): string[] {
  // 1 January 2024 was a Monday.
  const name = (day: number): string =>
    dateFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
      noon(`2024-01-0${(day + 1).toString()}`),
    )
  return runsOf(hours).map(({ first, last, from, until }) => {
    const days = first === last ? name(first) : `${name(first)}–${name(last)}`
    return `${days} ${from}–${until}`
  })
}

/** "90 minutes", "10 hours", "1.5 hours": whole and half hours as hours, the rest as minutes. */
export function formatDuration(minutes: number, language: Language): string {
  const hours = minutes >= 60 && minutes % 30 === 0
  const unit = hours ? 'hour' : 'minute'
  const format = new Intl.NumberFormat(locales[language], { style: 'unit', unit, unitDisplay: 'long' })
  return format.format(hours ? minutes / 60 : minutes)
}

/** "180 days": how long something is good for. */
export function formatDays(days: number, language: Language): string {
  const options = { style: 'unit', unit: 'day', unitDisplay: 'long' } as const
  return new Intl.NumberFormat(locales[language], options).format(days)
}

/** "19%", "5,5 %": a share in percent as the language writes it. */
export function formatPercent(percent: number, language: Language): string {
  const options = { style: 'percent', maximumFractionDigits: 2 } as const
  return new Intl.NumberFormat(locales[language], options).format(percent / 100)
}

/** Names of countries in a language, by their ISO 3166-1 code. */
export function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames(locales[language], { type: 'region' }).of(code) ?? code
}

/** Compares names as a language sorts them. */
export function compareNames(language: Language): (a: string, b: string) => number {
  return new Intl.Collator(locales[language]).compare
}

/** Text as it is compared: without case and accents, so that "cafe" finds "Café". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase()
}
