import { expect, it } from 'vitest'
import { formatHours } from './format.ts'
import { isAlways, runsOf } from './hours.ts'

const day = { from: '08:00', until: '18:00' }
const week = {
  mon: day,
  tue: day,
  wed: day,
  thu: day,
  fri: day,
  sat: { from: '10:00', until: '24:00' },
  sun: null,
}
const all = { from: '00:00', until: '24:00' }
const always = { mon: all, tue: all, wed: all, thu: all, fri: all, sat: all, sun: all }

it('takes days with the same hours together, and leaves closed ones out', () => {
  expect(runsOf(week)).toEqual([
    { first: 0, last: 4, from: '08:00', until: '18:00' },
    { first: 5, last: 5, from: '10:00', until: '24:00' },
  ])
  expect(runsOf({ mon: day, wed: day })).toHaveLength(2)
  expect(runsOf({})).toEqual([])
})

it('knows a house that never closes', () => {
  expect(isAlways(always)).toBe(true)
  expect(isAlways({ ...always, sun: null })).toBe(false)
  expect(isAlways(week)).toBe(false)
})

it('writes them in the words of a language', () => {
  expect(formatHours(week, 'en')).toEqual(['Mon–Fri 08:00–18:00', 'Sat 10:00–24:00'])
  expect(formatHours(week, 'de')[0]).toBe('Mo–Fr 08:00–18:00')
})
