import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { measure, pictureLimits } from '../../pictures/measure.ts'
import type { Config } from './schema.ts'
import type { Problem } from './words.ts'

/** The folder beside `foyer.yaml` that holds the pictures of what is on offer. */
export const photoFolder = 'photos'

/** What is wrong with the pictures that the file names: they are looked at before anything is changed. */
export function photoProblems(dir: string, { offers = [] }: Config): Problem[] {
  return offers.flatMap(({ photo }, index) => {
    const why = photo === undefined ? null : whyUnusable(join(dir, photoFolder, photo))
    const path = ['offers', index, 'photo']
    return why === null
      ? []
      : [{ path, key: null, text: `offers.photo (entry ${index + 1}) is "${photo}": ${why}.` }]
  })
}

function whyUnusable(path: string): string | null {
  try {
    if (statSync(path).size > pictureLimits.bytes) return 'expected at most 20 MB'
    return measure(readFileSync(path)) ? null : 'expected a picture (JPEG, PNG, WebP or SVG)'
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return code === 'ENOENT' ? `expected a file in the folder ${photoFolder}` : message
  }
}
