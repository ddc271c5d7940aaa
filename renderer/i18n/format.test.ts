import { describe, expect, it } from 'vitest'
import {
  countryName,
  dayOf,
  formatAge,
  formatCountdown,
  formatDate,
  formatDay,
  formatDuration,
  formatLongDay,
  formatMoney,
  formatPercent,
  formatSpan,
  formatTime,
} from './format.ts'

const spaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

it('writes money as each language does', () => {
  const price = { amount: 2500, currency: 'EUR' }
  expect(formatMoney(price, 'en')).toBe('€25.00')
  expect(spaces(formatMoney(price, 'de'))).toBe('25,00 €')
  expect(spaces(formatMoney({ amount: 2500, currency: 'JPY' }, 'en'))).toBe('JP¥2,500')
})

describe('times and days', () => {
  const at = Date.parse('2026-11-23T13:32:00Z')

  it('are those of the zone, on a 24-hour clock', () => {
    expect(formatTime(at, 'Europe/Berlin', 'en')).toBe('14:32')
    expect(formatTime(at, 'America/New_York', 'en')).toBe('08:32')
    expect(formatTime(Date.parse('2026-11-23T23:00:00Z'), 'Europe/Berlin', 'en')).toBe('00:00')
  })

  it('change where the zone has its midnight (R5.7)', () => {
    expect(dayOf(Date.parse('2026-11-23T22:59:59Z'), 'Europe/Berlin')).toBe('2026-11-23')
    expect(dayOf(Date.parse('2026-11-23T23:00:00Z'), 'Europe/Berlin')).toBe('2026-11-24')
  })

  it('have names without a comma in English', () => {
    expect(formatDay('2026-11-24', 'en')).toBe('Tue 24 Nov')
    expect(formatLongDay('2026-11-24', 'en')).toBe('Tuesday 24 November')
  })
})

it('writes dates far away with their year when it is another one', () => {
  expect(formatDate('2026-12-01', '2026-11-23', 'en')).toBe('1 Dec')
  expect(formatDate('2027-03-31', '2026-11-23', 'en')).toBe('31 Mar 2027')
})

it('counts down to zero and not below', () => {
  expect(formatCountdown(42_000)).toBe('0:42')
  expect(formatCountdown(41_001)).toBe('0:42')
  expect(formatCountdown(60_000)).toBe('1:00')
  expect(formatCountdown(-5)).toBe('0:00')
})

it('says how old something is', () => {
  expect(formatAge(0, 180_000, 'en')).toBe('3 minutes ago')
  expect(formatAge(0, 86_400_000, 'en')).toBe('yesterday')
})

it('writes a span of time, to the end of a day', () => {
  const at = Date.parse('2026-11-23T13:30:00Z')
  expect(formatSpan(at, at + 5_400_000, 'Europe/Berlin', 'en')).toBe('14:30–16:00')
  expect(formatSpan(at, Date.parse('2026-11-23T23:00:00Z'), 'Europe/Berlin', 'en')).toBe('14:30–24:00')
})

it('says how long something is in the unit that people use', () => {
  expect(formatDuration(600, 'en')).toBe('10 hours')
  expect(formatDuration(60, 'de')).toBe('1 Stunde')
  expect(spaces(formatDuration(90, 'fr'))).toMatch(/^1,5 heure/)
  expect(formatDuration(45, 'es')).toBe('45 minutos')
})

it('writes shares and countries by language', () => {
  expect(formatPercent(19, 'en')).toBe('19%')
  expect(spaces(formatPercent(5.5, 'fr'))).toBe('5,5 %')
  expect(countryName('DE', 'es')).toBe('Alemania')
})
