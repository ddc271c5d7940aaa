import { cropOf } from './crop.ts'

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
