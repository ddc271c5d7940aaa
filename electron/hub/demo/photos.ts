import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Picture, preparePictures } from '../pictures/prepare.ts'
import { toWebp } from '../pictures/webp.ts'
import type { EngineDeps } from '../pipeline/context.ts'

/** Drawings of the demo's rooms and things. */
const folder = join('resources', 'demo', 'photos')
/** As wide as a kiosk in portrait, nearly: they are drawn at the demo's first start, which must not take long. */
const longest = 960

/** Beside `electron/` and beside `out/`: above this file either way, however it was built and packed. */
function findFolder(): string | null {
  let above = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(above, folder))) {
    const next = dirname(above)
    if (next === above) return null
    above = next
  }
  return join(above, folder)
}

/** By name without ending; none where they were left out: a demo works without. Read once a process. */
let files: Map<string, Uint8Array> | null = null
function drawings(): Map<string, Uint8Array> {
  if (files) return files
  const found = findFolder()
  files = new Map(
    found === null
      ? []
      : readdirSync(found).map((name) => [name.replace(/\.svg$/, ''), readFileSync(join(found, name))]),
  )
  return files
}

/** Each is drawn once a process, however many hubs it opens. */
const drawn = new WeakMap<Uint8Array, ReturnType<typeof toWebp>>()
function draw(file: Uint8Array): ReturnType<typeof toWebp> {
  const known = drawn.get(file) ?? toWebp(file, longest)
  drawn.set(file, known)
  return known
}

/** The demo's pictures, by name. */
export async function demoPhotos(deps: Pick<EngineDeps, 'store'>): Promise<Map<string, Picture>> {
  const { pictures, bad } = await preparePictures(deps, drawings(), longest, draw)
  if (bad.length > 0) throw new Error(`drawings of the demo that cannot be read: ${bad.join(', ')}`)
  return pictures
}
