import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { compare, encode, tolerance } from './picture.ts'

type Color = [number, number, number]
const paper: Color = [247, 243, 236]
const green: Color = [18, 90, 62]

/** A page of 200 by 200 with a button of 100 by 30 on it, `x` from the left. */
function page({ x = 50, button = green, ground = paper, height = 200 } = {}): Buffer {
  const picture = new PNG({ width: 200, height })
  for (let at = 0; at < 200 * height; at++) {
    const [column, row] = [at % 200, Math.floor(at / 200)]
    const inside = column >= x && column < x + 100 && row >= 50 && row < 80
    picture.data.set([...(inside ? button : ground), 255], at * 4)
  }
  return PNG.sync.write(picture)
}

function passes(screenshot: Buffer): boolean {
  const difference = compare(encode(page()), screenshot)
  return (
    difference !== null && difference.pixels <= tolerance.pixels && difference.densest <= tolerance.densest
  )
}

describe('a picture', () => {
  it('is the same as what it was made of', () => {
    expect(compare(encode(page()), page())).toMatchObject({ pixels: 0, densest: 0 })
  })

  it('may be a shade off everywhere', () => {
    expect(passes(page({ ground: [246, 244, 235], button: [19, 89, 63] }))).toBe(true)
  })

  it.each([
    ['a button that moved by two', { x: 52 }],
    ['a button in another green', { button: [28, 110, 62] as Color }],
    ['a ground that is darker', { ground: [235, 230, 222] as Color }],
  ])('is not the same with %s', (_what, change) => {
    expect(passes(page(change))).toBe(false)
  })

  it('has no difference with one of another size, and can show the one it has', () => {
    expect(compare(encode(page()), page({ height: 210 }))).toBeNull()
    const drawn = compare(encode(page()), page({ x: 60 }))?.draw()
    expect(drawn && PNG.sync.read(drawn).data).toContain(255)
  })
})
