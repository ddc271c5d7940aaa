import { expect, test } from 'vitest'
import { readPairingCode } from './pairing.ts'

test('reads the answer, and nothing else', () => {
  expect(readPairingCode({ code: 'K7QM2X9D', expiresAt: 1 })).toEqual({ code: 'K7QM2X9D', expiresAt: 1 })
  expect(readPairingCode({ code: 'K7QM2X9D' })).toBeNull()
  expect(readPairingCode(undefined)).toBeNull()
})
