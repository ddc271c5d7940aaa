import { imageSize } from 'image-size'

/** Pictures larger than this are not opened: a small file can unfold to gigabytes. */
export const pictureLimits = { bytes: 20_000_000, pixels: 60_000_000 }

const types = ['jpg', 'png', 'webp', 'svg']

export interface Measured {
  type: 'jpg' | 'png' | 'webp' | 'svg'
  width: number
  height: number
}

/** What a picture is, from its head alone. Null when it is none that is taken here, or unfolds beyond reason. */
export function measure(file: Uint8Array): Measured | null {
  if (file.length > pictureLimits.bytes) return null
  try {
    const { type, width, height } = imageSize(file)
    const isFit = width > 0 && height > 0 && width * height <= pictureLimits.pixels
    return isFit && type && types.includes(type) ? { type: type as Measured['type'], width, height } : null
  } catch {
    return null
  }
}
