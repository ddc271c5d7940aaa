import { expect, test } from 'vitest'
import { halves } from './codes.ts'

test('a code is read out in two halves', () => {
  expect(halves('482913')).toEqual(['482', '913'])
  expect(halves('K7QM2X9D')).toEqual(['K7QM', '2X9D'])
})
