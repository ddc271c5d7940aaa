import { cropRect, photoSide, startCrop } from '../../../ui/crop.ts'

/** The square in the middle of a picture of that size, and how large it is drawn: never larger than it is. */
export function cropOf(width: number, height: number): { x: number; y: number; side: number; size: number } {
  const { left, top, side } = cropRect({ width, height }, startCrop({ width, height }))
  return { x: Math.round(left), y: Math.round(top), side, size: Math.min(side, photoSide) }
}

/** The square in the middle of what the camera shows, as a JPEG data: URL; null = there is no picture yet. */
export function takePhoto(video: HTMLVideoElement): string | null {
  const { videoWidth, videoHeight } = video
  if (videoWidth === 0 || videoHeight === 0) return null
  const { x, y, side, size } = cropOf(videoWidth, videoHeight)
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const context = canvas.getContext('2d')
  if (!context) return null
  context.imageSmoothingQuality = 'high'
  context.drawImage(video, x, y, side, side, 0, 0, size, size)
  return canvas.toDataURL('image/jpeg', 0.88)
}
