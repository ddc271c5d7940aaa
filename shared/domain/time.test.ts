import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { everyDay, hour, utc, zones } from './facts.fixture.ts'
import { addDays, atLocal, dayWindow, isZone, localDateOf, openWindow, overlap, weekdayOf } from './time.ts'

const settings = { seed: 20261123, numRuns: 500 }
const zone = fc.constantFrom(...zones)
const instant = fc.integer({ min: utc('2024-01-01T00:00'), max: utc('2031-01-01T00:00') })
const date = fc.integer({ min: 0, max: 2500 }).map((n) => addDays('2024-01-01', n))
const clock = fc
  .integer({ min: 0, max: 24 * 60 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`)

test.each([
  ['2026-03-29', 'Europe/Berlin', 23],
  ['2026-10-25', 'Europe/Berlin', 25],
  ['2026-11-23', 'Europe/Berlin', 24],
  ['2026-03-08', 'America/New_York', 23],
  ['2026-11-01', 'America/New_York', 25],
  ['2026-10-04', 'Australia/Lord_Howe', 23.5],
  ['2026-04-05', 'Australia/Lord_Howe', 24.5],
  ['2026-03-29', 'Asia/Kolkata', 24],
  ['2025-09-07', 'America/Santiago', 23],
  ['2025-04-25', 'Africa/Cairo', 23],
  ['2025-03-30', 'Asia/Beirut', 23],
  ['2025-10-25', 'Asia/Beirut', 25],
  // Samoa crossed the date line: 30 December 2011 never was.
  ['2011-12-30', 'Pacific/Apia', 0],
])('%s in %s has %d hours (R5.7)', (on, where, hours) => {
  const { from, until } = dayWindow(on, where)
  expect((until - from) / hour).toBe(hours)
})

it('begins a day without midnight at its first moment (R5.7)', () => {
  expect(atLocal('2025-09-07', '00:00', 'America/Santiago')).toBe(utc('2025-09-07T04:00'))
  expect(localDateOf(utc('2025-09-07T03:59:59.999'), 'America/Santiago')).toBe('2025-09-06')
  expect(localDateOf(utc('2025-09-07T04:00'), 'America/Santiago')).toBe('2025-09-07')
})

it('begins a day at its first moment also where clocks jump from before midnight to after it (R5.7)', () => {
  // Toronto, 1919: from 23:30 to 00:30.
  expect(atLocal('1919-03-31', '00:00', 'America/Toronto')).toBe(utc('1919-03-31T04:30'))
  expect(atLocal('1919-03-30', '24:00', 'America/Toronto')).toBe(utc('1919-03-31T04:30'))
})

it('takes a skipped time as later and a repeated one as its first coming (R5.7)', () => {
  expect(atLocal('2026-03-29', '02:30', 'Europe/Berlin')).toBe(utc('2026-03-29T01:30'))
  expect(atLocal('2026-10-25', '02:30', 'Europe/Berlin')).toBe(utc('2026-10-25T00:30'))
})

it('reads 24:00 as the start of the next day, also across a year', () => {
  expect(atLocal('2026-12-31', '24:00', 'Europe/Berlin')).toBe(
    atLocal('2027-01-01', '00:00', 'Europe/Berlin'),
  )
})

it('takes the last date that a calendar form can hold', () => {
  expect(dayWindow('9999-12-31', 'UTC').until).toBe(utc('+010000-01-01T00:00'))
})

it.each(['2026-02-30', '2026-1-1', 'soon', ''])('throws on the malformed date "%s"', (bad) => {
  expect(() => atLocal(bad, '08:00', 'Europe/Berlin')).toThrow(RangeError)
})

it('throws on an unknown zone or time', () => {
  expect(() => atLocal('2026-01-01', '08:00', 'Europe/Atlantis')).toThrow(RangeError)
  expect(() => atLocal('2026-01-01', '25:00', 'Europe/Berlin')).toThrow(RangeError)
  expect(() => localDateOf(0, 'Europe/Atlantis')).toThrow(RangeError)
})

it('knows weekdays and counts days', () => {
  expect(weekdayOf('2026-11-23')).toBe('mon')
  expect(weekdayOf('2026-11-29')).toBe('sun')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
})

it('is on a date exactly within its window, and dates follow each other without a gap (R5.7)', () => {
  fc.assert(
    fc.property(instant, zone, (at, where) => {
      const today = localDateOf(at, where)
      const { from, until } = dayWindow(today, where)
      expect(from <= at && at < until).toBe(true)
      expect(dayWindow(addDays(today, 1), where).from).toBe(until)
      expect(localDateOf(until - 1, where)).toBe(today)
    }),
    settings,
  )
})

it('shows the time that was asked for on a clock in the zone, unless clocks skip it (R5.7)', () => {
  // Independent of Temporal: what Intl shows at the instant.
  const shown = (at: number, where: string): string =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: where, dateStyle: 'short', timeStyle: 'short' }).format(at)
  fc.assert(
    fc.property(date, clock, zone, (on, time, where) => {
      fc.pre(time !== '24:00')
      const at = atLocal(on, time, where)
      if (shown(at, where) === `${on} ${time}`) {
        // The first coming: no earlier moment within a clock change shows the same.
        for (const back of [0.5, 1]) expect(shown(at - back * hour, where)).not.toBe(`${on} ${time}`)
      } else {
        // Skipped: the clock jumped less than two hours before.
        const jumped = new Set([-2 * hour, 0].map((d) => Date.parse(`${shown(at + d, where)}Z`) - (at + d)))
        expect(jumped.size).toBe(2)
      }
    }),
    settings,
  )
})

it('gives the same answer when the cache has been emptied in between', () => {
  const before = atLocal('2026-11-23', '08:00', 'Europe/Berlin')
  for (let n = 0; n < 2100; n++) atLocal(addDays('2026-01-01', n), '09:00', 'Europe/Berlin')
  expect(atLocal('2026-11-23', '08:00', 'Europe/Berlin')).toBe(before)
})

it('opens by the weekday, and not on one that is closed or missing', () => {
  const hours = { mon: { from: '08:00', until: '24:00' }, tue: null }
  expect(openWindow('2026-11-23', hours, 'Europe/Berlin')).toEqual({
    from: utc('2026-11-23T07:00'),
    until: utc('2026-11-23T23:00'),
  })
  expect(openWindow('2026-11-24', hours, 'Europe/Berlin')).toBeNull()
  expect(openWindow('2026-11-25', hours, 'Europe/Berlin')).toBeNull()
})

it('is closed when clocks skip the hours altogether (R5.7)', () => {
  expect(openWindow('2026-03-29', everyDay('02:00', '03:00'), 'Europe/Berlin')).toBeNull()
})

it('never stays open into the next day, though Nuuk skips 23:00 to 24:00 (R5.7)', () => {
  const open = openWindow('2026-03-28', everyDay('08:00', '23:30'), 'America/Nuuk')
  expect(open?.until).toBe(dayWindow('2026-03-28', 'America/Nuuk').until)
})

it('keeps every open window within its date (R5.7)', () => {
  fc.assert(
    fc.property(date, clock, clock, zone, (on, from, until, where) => {
      const open = openWindow(on, everyDay(from, until), where)
      if (!open) return
      const whole = dayWindow(on, where)
      expect(open.from < open.until).toBe(true)
      expect(whole.from <= open.from && open.until <= whole.until).toBe(true)
    }),
    settings,
  )
})

it('overlaps half-open windows', () => {
  expect(overlap({ from: 0, until: 5 }, { from: 5, until: 9 })).toBeNull()
  expect(overlap({ from: 0, until: 5 }, { from: 3, until: null })).toEqual({ from: 3, until: 5 })
})

it('knows zone names', () => {
  for (const name of [...zones, 'UTC', 'Etc/GMT+3']) expect(isZone(name)).toBe(true)
  for (const name of ['', '+01:00', 'Berlin', 'Europe/Atlantis', '2026-01-01T00:00Z', 'Europe/Berlin '])
    expect(isZone(name)).toBe(false)
})
