import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { screens, viewNow, viewOf } from '../../test/fixtures/views.ts'
import { readHome, writtenHome } from './last-home.ts'

const view = viewOf(screens.home)
const text = writtenHome({ view, build: '1.0.0 7', until: viewNow + 1000 })

describe('how the home screen looked last', () => {
  it('comes back as it was written', () => {
    expect(readHome(text, '1.0.0 7', viewNow)).toEqual(view)
  })

  it('is not shown by another build, nor on another day', () => {
    expect(readHome(text, '1.0.0 8', viewNow)).toBeNull()
    expect(readHome(text, '1.0.0 7', viewNow + 1000)).toBeNull()
  })

  it('is not shown when the power went while it was written: any prefix, any hole, any garbage (R9.5)', () => {
    const bytes = Buffer.from(text)
    const at = fc.nat(bytes.length - 1)
    const torn = fc.oneof(
      at.map((end) => bytes.subarray(0, end)),
      // A page of the file that never reached the disk.
      fc.tuple(at, fc.integer({ min: 1, max: 4096 })).map(([from, length]) => {
        const holed = Buffer.from(bytes)
        return holed.fill(0, from, Math.min(from + length, bytes.length))
      }),
      fc.uint8Array({ maxLength: 5000 }).map((garbage) => Buffer.from(garbage)),
      fc.tuple(at, fc.uint8Array({ minLength: 1, maxLength: 50 })).map(([from, garbage]) => {
        const written = Buffer.from(bytes)
        written.set(garbage.subarray(0, bytes.length - from), from)
        return written
      }),
    )
    fc.assert(
      fc.property(torn, (found) => {
        fc.pre(!found.equals(bytes))
        expect(readHome(found.toString('utf8'), '1.0.0 7', viewNow)).toBeNull()
      }),
      { numRuns: 500, seed: 8 },
    )
  })
})
