import { createHash } from 'node:crypto'
import type { EngineDeps, JobContext } from '../pipeline/context.ts'
import { toWebp } from './webp.ts'

/** A picture that is ready to be shown: `webp` null when the store has it. */
export interface Picture {
  source: string
  hash: string
  webp: Uint8Array | null
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Makes pictures of files, by name, at most `longest` px; those that were made before are not made again. Names of files
 * that are no pictures come back in `bad`. Reads only: `storePictures` writes.
 */
export async function preparePictures(
  { store }: Pick<EngineDeps, 'store'>,
  files: ReadonlyMap<string, Uint8Array>,
  longest: number,
  make = toWebp,
): Promise<{ pictures: Map<string, Picture>; bad: string[] }> {
  const pictures = new Map<string, Picture>()
  const bad: string[] = []
  const prepare = async ([name, file]: [string, Uint8Array]): Promise<void> => {
    const source = sha256(file)
    const known = store.images.bySource(source)
    const webp = known === undefined ? await make(file, longest) : null
    if (known !== undefined) pictures.set(name, { source, hash: known, webp: null })
    else if (webp) pictures.set(name, { source, hash: sha256(webp), webp })
    else bad.push(name)
  }
  await Promise.all([...files].map(prepare))
  return { pictures, bad }
}

/** Keeps them: a picture is named by its SHA-256, so that it never changes. */
export function storePictures({ store }: JobContext, pictures: Iterable<Picture>): void {
  for (const { source, hash, webp } of pictures) if (webp) store.images.add(hash, webp, source)
}
