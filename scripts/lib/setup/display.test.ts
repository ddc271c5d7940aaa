import { describe, expect, it } from 'vitest'
import { cookie, needsVirtualDisplay } from './display.mjs'

describe('the display', () => {
  it('is a virtual one only on Linux without another', () => {
    expect(needsVirtualDisplay({}, 'linux')).toBe(true)
    expect(needsVirtualDisplay({ DISPLAY: ':0' }, 'linux')).toBe(false)
    expect(needsVirtualDisplay({}, 'darwin')).toBe(false)
  })

  it('has a cookie in the form that Xlib reads', () => {
    const name = Buffer.from('MIT-MAGIC-COOKIE-1')
    expect(cookie(Buffer.from([1, 2]))).toEqual(
      Buffer.concat([Buffer.from([0xff, 0xff, 0, 0, 0, 0, 0, 18]), name, Buffer.from([0, 2, 1, 2])]),
    )
  })
})
