import { describe, expect, it } from 'vitest'
import { isEscapeKey } from './lockdown.ts'

const key = (name: string, mods: Partial<{ control: boolean; alt: boolean; meta: boolean }> = {}) => ({
  key: name,
  control: false,
  alt: false,
  meta: false,
  ...mods,
})

describe('keys of a kiosk (R10.4)', () => {
  it.each([
    key('F4', { alt: true }),
    key('F5'),
    key('F11'),
    key('F12'),
    key('r', { control: true }),
    key('w', { control: true }),
    key('I', { control: true }),
    key('p', { control: true }),
    key('+', { control: true }),
    key('Tab', { alt: true }),
    key('ArrowLeft', { alt: true }),
    key('q', { meta: true }),
  ])('$key with control $control, alt $alt, meta $meta is caught', (input) => {
    expect(isEscapeKey(input)).toBe(true)
  })

  it.each([
    key('a'),
    key('@', { control: true, alt: true }),
    key('v', { control: true }),
    key('Tab'),
    key('Enter'),
    key('É'),
  ])('$key still types', (input) => {
    expect(isEscapeKey(input)).toBe(false)
  })
})
