/// <reference types="vite/types/importMeta.d.ts" />
import { type Picture, preparePictures } from '../engine/pictures.ts'
import type { Parts } from '../engine/run.ts'
import { toWebp } from '../pictures/webp.ts'

/** Drawings of the demo's rooms and things, by path: part of the bundle, as it has no folder of its own. */
const drawings = import.meta.glob<string>('../../../resources/demo/photos/*.svg', {
  eager: true,
  query: '?raw',
  import: 'default',
})
/** As wide as a kiosk in portrait, nearly: they are drawn at the demo's first start, which must not take long. */
const longest = 960

const files = new Map(
  Object.entries(drawings).map(([path, svg]) => [nameOf(path), new TextEncoder().encode(svg)]),
)

function nameOf(path: string): string {
  return path.replace(/^.*\/|\.svg$/g, '')
}

/** A process draws each of them once, however many hubs it opens. */
const drawn = new WeakMap<Uint8Array, ReturnType<typeof toWebp>>()
function draw(file: Uint8Array): ReturnType<typeof toWebp> {
  const known = drawn.get(file) ?? toWebp(file, longest)
  drawn.set(file, known)
  return known
}

/** The demo's pictures, by name without folder and ending. */
export async function demoPhotos(parts: Pick<Parts, 'store'>): Promise<Map<string, Picture>> {
  const { pictures, bad } = await preparePictures(parts, files, longest, draw)
  if (bad.length > 0) throw new Error(`drawings of the demo that cannot be read: ${bad.join(', ')}`)
  return pictures
}
