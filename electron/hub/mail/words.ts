import type { Language } from '../../../shared/contract/basics.ts'
import type { Instant, LocalDate, Zone } from '../../../shared/domain/ids.ts'

/** Hebrew, Arabic and their neighbours: what stands around such a name must not be drawn into its direction. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u

function isolated(value: string): string {
  return rightToLeft.test(value) ? `\u2068${value}\u2069` : value
}

/** Fills the gaps of a sentence. What is filled in is never looked at for gaps of its own. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_gap, key: string) => isolated(values[key] ?? ''))
}

/** As people say it, 24 h: '14:32'. */
export function timeOfDay(at: Instant, zone: Zone, language: Language): string {
  const format = { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat(language, format).format(at)
}

/** '24 November 2026 at 14:32'. */
export function dayAndTime(at: Instant, zone: Zone, language: Language): string {
  const format = { timeZone: zone, dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat(language, format).format(at)
}

/** '1 December 2026'. */
export function dayOf(date: LocalDate, language: Language): string {
  return new Intl.DateTimeFormat(language, { timeZone: 'UTC', dateStyle: 'long' }).format(Date.parse(date))
}

/** 'Full-time, D2 and Office for two'. */
export function listOf(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(language).format(names)
}
