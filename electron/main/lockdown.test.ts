import { describe, expect, it } from 'vitest'
import { isCamera, isEscapeKey, isKioskPage } from './lockdown.ts'

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

describe('permissions (I9)', () => {
  it('a camera is one without a microphone, and nothing else is', () => {
    expect(isCamera('media', ['video'])).toBe(true)
    for (const media of [['audio'], ['video', 'audio'], [], ['unknown']])
      expect(isCamera('media', media)).toBe(false)
    for (const permission of [
      'geolocation',
      'notifications',
      'midi',
      'display-capture',
      'hid',
      'clipboard-read',
    ])
      expect(isCamera(permission, ['video'])).toBe(false)
  })

  const kiosk = 'app://foyer/kiosk/index.html'
  it('is given to the kiosk’s own page', () => {
    expect(isKioskPage(kiosk, { isMainFrame: true, requestingUrl: kiosk })).toBe(true)
    expect(isKioskPage(kiosk, { isMainFrame: true })).toBe(true)
  })

  it.each([
    ['app://foyer/reception/index.html', true, 'app://foyer/reception/index.html'],
    ['app://foyer/mailbox/index.html', true, 'app://foyer/mailbox/index.html'],
    [kiosk, false, kiosk],
    [kiosk, true, 'https://example.com/'],
    [kiosk, true, 'app://foyer.example/'],
    [`${kiosk}?x`, true, kiosk],
    ['', true, kiosk],
  ])('and not to %s (main frame: %s, asked for by %s)', (page, isMainFrame, requestingUrl) => {
    expect(isKioskPage(page, { isMainFrame, requestingUrl })).toBe(false)
  })
})
