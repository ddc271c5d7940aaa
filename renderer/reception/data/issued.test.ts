import { expect, test } from 'vitest'
import { halves, readIssuedCode } from './issued.ts'

test('reads the answer, and nothing else', () => {
  expect(readIssuedCode({ code: '482913', expiresAt: 1 })).toEqual({ code: '482913', expiresAt: 1 })
  expect(readIssuedCode({ code: 'K7QM2X9D', expiresAt: 1 })).toBeNull()
  expect(readIssuedCode(undefined)).toBeNull()
})

test('a code is read out in two halves', () => {
  expect(halves('482913')).toEqual(['482', '913'])
})
