import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib/paths.mjs'
import { main, say } from './lib/say.mjs'
import { completeLock } from './lib/setup/package-lock.mjs'

// After `npm install` against a registry that does not carry every platform: see completeLock.
await main(async () => {
  const path = join(root, 'package-lock.json')
  const lock = JSON.parse(readFileSync(path, 'utf8'))
  const added = completeLock(lock)
  if (added.length > 0) writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
  say(
    added.length > 0
      ? `added ${added.length} platform packages to package-lock.json`
      : 'package-lock.json is complete',
  )
})
