import type { ErrorCode } from '../../../../shared/contract/errors.ts'
import { base64Of, type Crop, cropRect, photoSide } from '../../../ui/crop.ts'

/** A phone's own photos are far smaller; more than this is not read into memory. Bytes. */
const largestFile = 25 * 1_048_576

/** What can be told of a chosen file before it is read; null = nothing is wrong with it. */
export function checkFile({ type, size }: { type: string; size: number }): ErrorCode | null {
  // Some systems do not know what they hand over: then reading it tells.
  if (type !== '' && !type.startsWith('image/')) return 'photo-invalid'
  if (size === 0) return 'photo-invalid'
  return size > largestFile ? 'photo-too-large' : null
}

/** Characters of base64 that the hub takes. */
const largestImage = 900_000

/** How well a photo is kept, tried in this order until it is small enough. */
const qualities = [0.9, 0.75, 0.5] as const

/** Draws the chosen part, as large as the canvas. */
export function drawCrop(canvas: HTMLCanvasElement, picture: ImageBitmap, crop: Crop): void {
  const { left, top, side } = cropRect(picture, crop)
  const context = canvas.getContext('2d')
  if (!context) return
  context.imageSmoothingQuality = 'high'
  // A picture may be transparent, a JPEG is not.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, left, top, side, side, 0, 0, canvas.width, canvas.height)
}

/** The chosen part as base64 of a JPEG of at most 512 px; null when the browser cannot make one small enough. */
export function encodeCrop(picture: ImageBitmap, crop: Crop): string | null {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = Math.max(1, Math.min(photoSide, Math.round(cropRect(picture, crop).side)))
  drawCrop(canvas, picture, crop)
  for (const quality of qualities) {
    const url = canvas.toDataURL('image/jpeg', quality)
    if (!url.startsWith('data:image/jpeg')) return null
    const image = base64Of(url)
    if (image.length <= largestImage) return image
  }
  return null
}
