import { createCanvas, loadImage } from '@napi-rs/canvas'
import { measure } from './measure.ts'

/** WebP's quality, of 100: flat colours stay clean, and a photo of 1600 px takes some 200 kB. */
const quality = 82

/**
 * Makes a WebP of a picture, upright, at most `longest` px wide and high; never larger than it was, but for drawings.
 * Null when it cannot be read as one.
 */
export async function toWebp(file: Uint8Array, longest: number): Promise<Uint8Array | null> {
  const measured = measure(file)
  if (!measured) return null
  try {
    const image = await loadImage(file)
    const isDrawing = measured.type === 'svg'
    // The decoder has turned a photo upright, and knows no size of a drawing that has only a view box.
    const { width, height } = isDrawing ? measured : image
    const scale = isDrawing
      ? longest / Math.max(width, height)
      : Math.min(1, longest / Math.max(width, height))
    const [w, h] = [width, height].map((side) => Math.max(1, Math.round(side * scale))) as [number, number]
    if (isDrawing) {
      image.width = w
      image.height = h
    }
    const canvas = createCanvas(w, h)
    canvas.getContext('2d').drawImage(image, 0, 0, w, h)
    return await canvas.encode('webp', quality)
  } catch {
    return null
  }
}
