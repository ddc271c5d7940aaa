import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passesToShow, readRotatingPass, stepShown } from './rotating-pass.ts'

const secret = Buffer.alloc(32, 7)
const id = '019c2f00-0000-7000-8000-00000000abcd'
const now = Date.UTC(2026, 10, 23, 9, 0, 10)
const codeAt = (at: number) => readRotatingPass(passesToShow(id, secret, at, 0)[0]?.text ?? '')?.code ?? ''

describe('rotating pass (R7.2)', () => {
  it('is shown for 30 s, each right after the other', () => {
    const [first, ...later] = passesToShow(id, secret, now, 3)
    expect(first).toMatchObject({ from: now - 10_000, until: now + 20_000 })
    expect(later.map(({ from, until }) => [from - now, until - now])).toEqual([
      [20_000, 50_000],
      [50_000, 80_000],
      [80_000, 110_000],
    ])
    expect(new Set([first, ...later].map((one) => one?.text)).size).toBe(4)
    expect(first?.text).toMatch(new RegExp(`^FOYER2\\.${id}\\.\\d{8}$`))
  })

  it('is known one step to either side, and no further', () => {
    const known = [-60_000, -30_000, 0, 30_000, 60_000].map((off) =>
      stepShown(secret, codeAt(now + off), now),
    )
    const step = Math.floor(now / 30_000)
    expect(known).toEqual([null, step - 1, step, step + 1, null])
  })

  it('of another secret is none', () => {
    expect(stepShown(Buffer.alloc(32, 8), codeAt(now), now)).toBeNull()
  })

  it('is read from nothing else', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readRotatingPass(text)).toBeNull()
      }),
      { seed: 20261123 },
    )
    for (const text of [
      'FOYER2..12345678',
      `FOYER2.${id}.1234567`,
      `FOYER2.${id}.12345678 `,
      `foyer2.${id}.12345678`,
    ])
      expect(readRotatingPass(text)).toBeNull()
  })
})
