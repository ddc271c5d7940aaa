import { expect, it } from 'vitest'
import { codeAt, runsOut, shareLeft } from './pass.ts'

const codes = [0, 30_000, 60_000].map((from) => ({ from, until: from + 30_000, text: `code-${from}` }))

it('shows the code of the moment and never one that is over or to come (R7.2)', () => {
  expect(codeAt(codes, 0)?.text).toBe('code-0')
  expect(codeAt(codes, 29_999)?.text).toBe('code-0')
  expect(codeAt(codes, 30_000)?.text).toBe('code-30000')
  expect(codeAt(codes, 90_000)).toBeNull()
  expect(codeAt(codes, -1)).toBeNull()
  expect(codeAt([], 0)).toBeNull()
})

it('fetches more before the last one is over', () => {
  expect(runsOut(codes, 0)).toBe(false)
  expect(runsOut(codes, 45_000)).toBe(false)
  expect(runsOut(codes, 45_001)).toBe(true)
  expect(runsOut([], 0)).toBe(true)
})

it('is not fooled by a hole between codes', () => {
  expect(runsOut([codes[0]!, codes[2]!], 0)).toBe(true)
})

it('tells how much of its time is left', () => {
  expect(shareLeft(codes[0]!, 0)).toBe(1)
  expect(shareLeft(codes[0]!, 15_000)).toBe(0.5)
  expect(shareLeft(codes[0]!, 99_000)).toBe(0)
})
