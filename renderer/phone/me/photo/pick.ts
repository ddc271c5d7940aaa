import type { ErrorCode } from '../../../../shared/contract/errors.ts'

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
export const largestImage = 900_000

/** How well a photo is kept, tried in this order until it is small enough. */
export const qualities = [0.9, 0.75, 0.5] as const

/** The base64 part of a data: URL. */
export function base64Of(dataUrl: string): string {
  return dataUrl.slice(dataUrl.indexOf(',') + 1)
}
