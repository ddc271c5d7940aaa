import { describe, expect, it } from 'vitest'
import { eraseText, typeText, wantsCapital } from './edit.ts'

const at = (value: string, start: number, end = start) => ({ value, start, end })

describe('typing', () => {
  it('types at the caret and moves it', () => {
    expect(typeText(at('ada@com', 4), 'x.')).toEqual(at('ada@x.com', 6))
  })

  it('replaces what is selected', () => {
    expect(typeText(at('ada', 0, 3), 'b')).toEqual(at('b', 1))
  })

  it('types nothing that would not fit', () => {
    expect(typeText(at('123456', 6), '7', 6)).toEqual(at('123456', 6))
    expect(typeText(at('123456', 0, 6), '7', 6)).toEqual(at('7', 1))
  })
})

describe('erasing', () => {
  it('takes the character before the caret', () => {
    expect(eraseText(at('ada', 2))).toEqual(at('aa', 1))
  })

  it('takes the selection and nothing else', () => {
    expect(eraseText(at('ada', 1, 3))).toEqual(at('a', 1))
  })

  it('does nothing at the start', () => {
    expect(eraseText(at('ada', 0))).toEqual(at('ada', 0))
  })

  it('takes a character of two code units as one', () => {
    expect(eraseText(at('a😀b', 3))).toEqual(at('ab', 1))
  })
})

it('wants a capital where a word of a name starts', () => {
  expect(wantsCapital(at('', 0))).toBe(true)
  expect(wantsCapital(at('Ada ', 4))).toBe(true)
  expect(wantsCapital(at('Marie-', 6))).toBe(true)
  expect(wantsCapital(at('Ad', 2))).toBe(false)
})
