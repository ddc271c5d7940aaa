/** The longest side of a photo that is sent, in pixels. */
export const photoSize = 512

/** The square in the middle of a picture of that size, and how large it is drawn: never larger than it is. */
export function cropOf(width: number, height: number): { x: number; y: number; side: number; size: number } {
  const side = Math.min(width, height)
  return {
    x: Math.round((width - side) / 2),
    y: Math.round((height - side) / 2),
    side,
    size: Math.min(side, photoSize),
  }
}

/** What follows "data:image/jpeg;base64,": the core takes the bytes only. */
export function base64Of(dataUrl: string): string {
  return dataUrl.slice(dataUrl.indexOf(',') + 1)
}
