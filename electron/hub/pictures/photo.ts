import { hash } from 'node:crypto'
import { createCanvas, type Image, loadImage } from '@napi-rs/canvas'
import { imageSize } from 'image-size'
import { type FoyerError, failure } from '../../../shared/contract/errors.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'

/** A photo as the hub keeps it: a square JPEG, named by its SHA-256. */
export interface Photo {
  jpeg: Buffer
  hash: string
}

/** Pixels of a side at most (R3.4). */
export const photoSide = 512
/** A small file may unfold to any size: 40 megapixels take 160 MB while they are looked at. */
const pixelsAtMost = 40_000_000
const quality = 85

/** What cameras and phones give. Above all no SVG, which can hold scripts and fetch things. */
const formats: readonly (string | undefined)[] = ['jpg', 'png', 'webp']

/** One at a time, so that several large ones do not take memory together. */
let turn: Promise<unknown> = Promise.resolve()

/**
 * Makes a photo of what somebody gave: upright, cropped to the middle, at most 512 px. It is drawn anew, so that nothing
 * of the file comes through but its pixels: no EXIF, no place, nothing hidden behind the picture.
 * Errors: `photo-invalid`, `photo-too-large`.
 */
export function makePhoto(base64: string): Promise<Result<Photo, FoyerError>> {
  const made = turn.then(() => make(base64))
  turn = made.catch(() => {})
  return made
}

async function make(base64: string): Promise<Result<Photo, FoyerError>> {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return failure('photo-invalid')
  const file = Buffer.from(base64, 'base64')
  const size = sizeOf(file)
  if (!size.ok) return size
  const image = await decode(file)
  if (!image) return failure('photo-invalid')
  // The decoder's own word, in case it read another size than we did.
  if (image.width * image.height > pixelsAtMost) return failure('photo-too-large')
  const jpeg = await crop(image)
  return ok({ jpeg, hash: hash('sha256', jpeg, 'hex') })
}

/** By the file's head, before anything is unfolded. */
function sizeOf(file: Buffer): Result<null, FoyerError> {
  try {
    const { width, height, type } = imageSize(file)
    if (!formats.includes(type) || width < 1 || height < 1) return failure('photo-invalid')
    return width * height > pixelsAtMost ? failure('photo-too-large') : ok(null)
  } catch {
    return failure('photo-invalid')
  }
}

async function decode(file: Buffer): Promise<Image | null> {
  try {
    const image = await loadImage(file)
    return image.width > 0 && image.height > 0 ? image : null
  } catch {
    return null
  }
}

/** The decoder has turned it upright already, as its EXIF said. */
function crop(image: Image): Promise<Buffer> {
  const square = Math.min(image.width, image.height)
  const side = Math.min(square, photoSide)
  const canvas = createCanvas(side, side)
  const context = canvas.getContext('2d')
  // JPEG knows no transparency.
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, side, side)
  context.imageSmoothingQuality = 'high'
  const [left, top] = [(image.width - square) / 2, (image.height - square) / 2]
  context.drawImage(image, left, top, square, square, 0, 0, side, side)
  return canvas.encode('jpeg', quality)
}
