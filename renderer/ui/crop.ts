/** A square part of a picture: its middle and how far it is zoomed in. */
export interface Crop {
  /** Middle of the part, in pixels of the picture. */
  x: number
  y: number
  /** 1 = as much as fits. */
  zoom: number
}

export interface Size {
  width: number
  height: number
}

export const maxZoom = 4

/** Pixels of the side of what is sent. */
export const photoSide = 512

export function startCrop({ width, height }: Size): Crop {
  return { x: width / 2, y: height / 2, zoom: 1 }
}

/** The part in pixels of the picture: always a square, always within it. */
export function cropRect(size: Size, { x, y, zoom }: Crop): { left: number; top: number; side: number } {
  const side = Math.min(size.width, size.height) / zoom
  return {
    left: clamp(x - side / 2, 0, size.width - side),
    top: clamp(y - side / 2, 0, size.height - side),
    side,
  }
}

/** What follows "data:image/jpeg;base64,": the bytes are all that is sent. */
export function base64Of(dataUrl: string): string {
  return dataUrl.slice(dataUrl.indexOf(',') + 1)
}

/** Moves the picture under its frame; `dx` and `dy` are shares of the frame. */
export function moveCrop(size: Size, crop: Crop, dx: number, dy: number): Crop {
  const { left, top, side } = cropRect(size, crop)
  return within(size, { ...crop, x: left + side / 2 - dx * side, y: top + side / 2 - dy * side })
}

/** Puts the middle of the part somewhere, as near as the picture allows. */
export function placeCrop(size: Size, crop: Crop, middle: { x?: number; y?: number }): Crop {
  return within(size, { ...crop, ...middle })
}

export function zoomCrop(size: Size, crop: Crop, zoom: number): Crop {
  return within(size, { ...crop, zoom: clamp(zoom, 1, maxZoom) })
}

function within(size: Size, crop: Crop): Crop {
  const { left, top, side } = cropRect(size, crop)
  return { ...crop, x: left + side / 2, y: top + side / 2 }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
