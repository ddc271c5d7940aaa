import { createHash } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeFileAtomic } from './atomic-file.ts'

/** Pictures of the catalogue as files, named by their own SHA-256. They name nobody (I7). */
export interface PictureFiles {
  /** Whether it is there and is what its name says. */
  check(hash: string): Promise<boolean>
  /** False: these bytes are not what was asked for. Throws when the disk takes nothing. */
  write(hash: string, bytes: Uint8Array): boolean
  /** Removes every file but these. */
  keepOnly(hashes: ReadonlySet<string>): void
}

export function pictureFiles(dir: string): PictureFiles {
  const path = (hash: string): string => join(dir, `${hash}.webp`)
  return {
    check: async (hash) => {
      const bytes = await readFile(path(hash)).catch(() => null)
      return bytes !== null && sha256(bytes) === hash
    },
    write: (hash, bytes) => {
      if (sha256(bytes) !== hash) return false
      writeFileAtomic(path(hash), bytes)
      return true
    },
    keepOnly: (hashes) => {
      for (const name of namesIn(dir))
        if (!hashes.has(name.replace(/\.webp$/, ''))) rmSync(join(dir, name), { force: true })
    },
  }
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir)
  } catch {
    // Nothing was ever written.
    return []
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
