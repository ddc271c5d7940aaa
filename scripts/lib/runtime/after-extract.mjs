import { rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The fallback runtime carries a default app in a folder (see shim.mjs); a packed product must not.
 * @param {{appOutDir: string}} context of electron-builder
 */
export async function afterExtract({ appOutDir }) {
  await rm(join(appOutDir, 'resources', 'app'), { recursive: true, force: true })
}
