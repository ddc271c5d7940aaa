import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

/** Pictures that are committed and compared. */

/** Colours are kept in so many steps: two thirds of the size, and no difference that an eye could see. */
const steps = 63

export interface Difference {
  /** Pixels that differ, leaving out those that only smooth an edge. */
  pixels: number
  /** The most of them in any square of `square` pixels a side. */
  densest: number
  /** Draws where they are. */
  draw(): Buffer
}

const square = 24

/**
 * What is taken for the same. Another release of the browser's or the system's font code moves the edges of letters by a
 * shade, everywhere a little; a button that moved or changed its colour differs in one place, all over.
 */
export const tolerance = { colour: 0.025, densest: 40, pixels: 400 } as const

/** A screenshot as it is committed: small. */
export function encode(screenshot: Buffer): Buffer {
  const picture = PNG.sync.read(screenshot)
  for (let at = 0; at < picture.data.length; at++) {
    const step = Math.round(((picture.data[at] ?? 0) / 255) * steps)
    picture.data[at] = Math.round((step / steps) * 255)
  }
  // Flat colours pack better without filters.
  return PNG.sync.write(picture, { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 0 })
}

/** How a screenshot differs from the committed picture; null = in its size. */
export function compare(committed: Buffer, screenshot: Buffer): Difference | null {
  const [before, now] = [PNG.sync.read(committed), PNG.sync.read(screenshot)]
  const { width, height } = before
  if (now.width !== width || now.height !== height) return null
  const match = (windowSize: number, drawing: PNG | null = null): number =>
    pixelmatch(before.data, now.data, drawing?.data, width, height, {
      threshold: tolerance.colour,
      windowSize,
    })
  const pixels = match(Number.POSITIVE_INFINITY)
  return {
    pixels,
    densest: pixels === 0 ? 0 : match(square),
    draw() {
      const drawing = new PNG({ width, height })
      match(Number.POSITIVE_INFINITY, drawing)
      return PNG.sync.write(drawing)
    },
  }
}
