import { expect, it } from 'vitest'
import { createReader } from './reader.ts'

it('takes a code once, and again after five seconds (R7.3)', () => {
  const read = createReader()
  expect(read(' eyJ.a.b \r', 0)).toBe('eyJ.a.b')
  expect(read('eyJ.a.b', 4999)).toBeNull()
  expect(read('eyJ.a.b', 5000)).toBe('eyJ.a.b')
})

it('takes another code at once, and ignores an empty line', () => {
  const read = createReader()
  expect(read('one', 0)).toBe('one')
  expect(read('', 10)).toBeNull()
  expect(read('two', 20)).toBe('two')
})
