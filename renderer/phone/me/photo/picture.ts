import { type Crop, cropRect, photoSide } from './crop.ts'
import { base64Of, largestImage, qualities } from './pick.ts'

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
