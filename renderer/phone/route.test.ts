import { expect, it } from 'vitest'
import { isWholeToken, routeOf } from './route.ts'

it('tells from the address what the page is about', () => {
  expect(routeOf('/k/abc')).toEqual({ name: 'handoff', token: 'abc' })
  expect(routeOf('/activate/abc')).toEqual({ name: 'activate', token: 'abc' })
  expect(routeOf('/me')).toEqual({ name: 'me' })
  expect(routeOf('/')).toEqual({ name: 'me' })
})

it('knows a link that was cut off', () => {
  expect(isWholeToken('a'.repeat(43))).toBe(true)
  expect(isWholeToken('a'.repeat(21))).toBe(false)
  expect(isWholeToken(`${'a'.repeat(42)}%`)).toBe(false)
})
