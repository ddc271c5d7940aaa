import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The fallback runtime has no `default_app.asar`, the part of Electron that opens the app named on the command line.
 * This does what that one does, in the same way: the path stays in `process.argv`, `process.defaultApp` is true, and
 * `-r module` loads a module first (Playwright passes its own like that).
 */
const program = `import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const args = process.argv.slice(1)
const modules = []
let folder
for (let i = 0; i < args.length && folder === undefined; i += 1) {
  if (args[i] === '-r' || args[i] === '--require') modules.push(args[(i += 1)])
  else if (!args[i].startsWith('-')) folder = resolve(args[i])
}
try {
  if (folder === undefined) throw new Error('name the folder of an app')
  for (const name of modules) createRequire(join(process.cwd(), 'x.js'))(name)
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  process.defaultApp = true
  app.setAppPath(folder)
  app.setName(about.productName || about.name)
  app.setVersion(about.version)
  // Awaited at top level: Electron fires 'ready' only when this module, and so the app's own entry, has finished.
  await import(pathToFileURL(join(folder, about.main || 'index.js')).href)
} catch (error) {
  console.error('electron ' + process.versions.electron + ' (fallback runtime):', error)
  app.exit(1)
}
`

const files = {
  'package.json': `${JSON.stringify({ name: 'default-app', main: 'main.mjs' })}\n`,
  'main.mjs': program,
}

/**
 * Puts the default app into a runtime; does nothing when it is there already.
 * @param {string} dist
 */
export async function ensureDefaultApp(dist) {
  const folder = join(dist, 'resources', 'app')
  await mkdir(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name)
    if ((await readFile(path, 'utf8').catch(() => undefined)) === text) continue
    await writeFile(`${path}.${process.pid}`, text)
    await rename(`${path}.${process.pid}`, path)
  }
}
