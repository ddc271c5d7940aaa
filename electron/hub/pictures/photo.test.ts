import { createHash } from 'node:crypto'
import { createCanvas } from '@napi-rs/canvas'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bomb, looksOf, twoHalves, withExif } from '../../../test/fixtures/pictures.ts'
import { makePhoto, photoSide } from './photo.ts'

const make = (file: Buffer) => makePhoto(file.toString('base64'))
async function made(file: Buffer): Promise<Buffer> {
  const photo = await make(file)
  if (!photo.ok) throw new Error(photo.error.code)
  expect(photo.value.hash).toBe(createHash('sha256').update(photo.value.jpeg).digest('hex'))
  return photo.value.jpeg
}
const sides: [number, number][] = [
  [0.05, 0.5],
  [0.95, 0.5],
]

describe('a photo (R3.4)', () => {
  it.each(['image/jpeg', 'image/png', 'image/webp'] as const)(
    'from %s is cropped to its middle, at most 512 px, and a JPEG',
    async (type) => {
      const jpeg = await made(twoHalves(1600, 900).toBuffer(type as 'image/jpeg'))
      expect(jpeg.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
      expect(await looksOf(jpeg, sides)).toEqual({
        width: photoSide,
        height: photoSide,
        colours: ['red', 'blue'],
      })
    },
  )

  it('is not blown up', async () => {
    expect(await looksOf(await made(twoHalves(60, 40).toBuffer('image/jpeg')), [])).toMatchObject({
      width: 40,
      height: 40,
    })
    expect(await looksOf(await made(createCanvas(1, 1).toBuffer('image/png')), [])).toMatchObject({
      width: 1,
      height: 1,
    })
  })

  it.each([
    [1, sides, ['red', 'blue']],
    [3, sides, ['blue', 'red']],
    [
      6,
      [
        [0.5, 0.05],
        [0.5, 0.95],
      ],
      ['red', 'blue'],
    ],
    [
      8,
      [
        [0.5, 0.05],
        [0.5, 0.95],
      ],
      ['blue', 'red'],
    ],
  ] as [number, [number, number][], string[]][])(
    'is upright, whatever way the camera was held (EXIF %i)',
    async (orientation, places, colours) => {
      const taken = withExif(twoHalves(400, 200).toBuffer('image/jpeg'), orientation)
      expect((await looksOf(await made(taken), places)).colours).toEqual(colours)
    },
  )

  it('carries nothing over but its pixels', async () => {
    const taken = withExif(twoHalves(400, 200).toBuffer('image/jpeg'), 1)
    expect(taken.includes('Exif')).toBe(true)
    const jpeg = await made(Buffer.concat([taken, Buffer.from('<script>hidden</script>')]))
    for (const trace of ['Exif', 'Cam', 'hidden']) expect(jpeg.includes(trace)).toBe(false)
  })

  it('has white where the picture was transparent', async () => {
    const jpeg = await made(createCanvas(20, 20).toBuffer('image/png'))
    expect((await looksOf(jpeg, [[0.5, 0.5]])).colours).toEqual(['white'])
  })
})

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'

describe('what is no photo', () => {
  it.each([
    ['text', Buffer.from('no image at all')],
    ['an SVG with a script', Buffer.from(svg)],
    ['an SVG with a prologue', Buffer.from(`<?xml version="1.0"?>\n${svg}`)],
    ['a GIF', Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64')],
    ['the head of a JPEG and nothing behind it', twoHalves(90, 90).toBuffer('image/jpeg').subarray(0, 40)],
    ['a PNG that breaks off', twoHalves(90, 90).toBuffer('image/png').subarray(0, 30)],
    ['a PNG of no size', bomb(0, 10)],
  ])('is refused: %s', async (_what, file) => {
    expect(await make(file)).toEqual({ ok: false, error: { code: 'photo-invalid' } })
  })

  it.each(['', ' ', '%%%', 'data:image/png;base64,AAAA', 'AAAA\nAAAA'])(
    'is refused: %o is no base64',
    async (text) => {
      expect(await makePhoto(text)).toMatchObject({ error: { code: 'photo-invalid' } })
    },
  )

  it('is refused before it unfolds when its head says that it is huge', async () => {
    for (const [width, height] of [
      [8000, 5001],
      [100_000, 100_000],
      [4_000_000_000, 1],
    ] as const)
      expect(await make(bomb(width, height))).toEqual({ ok: false, error: { code: 'photo-too-large' } })
  })

  it('does no harm, whatever it is', async () => {
    const png = twoHalves(40, 40).toBuffer('image/png')
    const jpeg = twoHalves(40, 40).toBuffer('image/jpeg')
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(png, jpeg),
        fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        async (file, changes) => {
          const changed = Buffer.from(file)
          for (const [at, value] of changes) changed[at % changed.length] = value
          const photo = await make(changed)
          if (photo.ok) expect((await looksOf(photo.value.jpeg, [])).width).toBeLessThanOrEqual(photoSide)
          else expect(['photo-invalid', 'photo-too-large']).toContain(photo.error.code)
        },
      ),
      { seed: 20261123, numRuns: 200 },
    )
  })
})
