import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { type Shot, shots } from './catalogue.ts'
import { compare, encode, tolerance } from './picture.ts'

/** The committed pictures, one a state, and how new ones differ from them. */

const root = resolve(import.meta.dirname, '../..')
const album = join(root, 'test/gallery/pictures')
const differences = join(root, 'out/gallery/differs')
const remedy = 'If it is meant, run npm run gallery -- --update and commit the pictures.'

const pathIn = (folder: string, id: string, end = '.png'): string => join(folder, `${id}${end}`)

/** Takes a screenshot for what the state looks like from now on. */
export function keep({ id }: Shot, screenshot: Buffer): void {
  write(pathIn(album, id), encode(screenshot))
}

/** null where a screenshot is what is committed; else what is wrong and where to look, in a sentence or two. */
export function objection({ id }: Shot, screenshot: Buffer): string | null {
  const committed = read(pathIn(album, id))
  if (!committed) return `There is no picture of ${id}. Run npm run gallery -- --update and commit it.`
  const difference = compare(committed, screenshot)
  if (difference && difference.pixels <= tolerance.pixels && difference.densest <= tolerance.densest)
    return null
  write(pathIn(differences, id, '.now.png'), screenshot)
  write(pathIn(differences, id, '.committed.png'), committed)
  if (!difference) return `${id} has another size than the committed picture. ${remedy}`
  const shown = pathIn(differences, id, '.differs.png')
  write(shown, difference.draw())
  return (
    `${id} looks different: ${difference.pixels} pixels, ${difference.densest} of them close together ` +
    `(allowed: ${tolerance.pixels} and ${tolerance.densest}). See ${relative(root, shown)}. ${remedy}`
  )
}

/** Committed pictures of states that there are no more. */
export function strangers(): string[] {
  const known = new Set(shots.map(({ id }) => `${id}.png`))
  return readdirSync(album, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.png') && !known.has(path))
}

export function removeStrangers(): void {
  for (const path of strangers()) rmSync(join(album, path))
}

function read(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

function write(path: string, picture: Buffer): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, picture)
}
