import { ensureBuilt } from './lib/build.mjs'
import { inModules, node24, versionOf } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { main, say } from './lib/say.mjs'
import { setupWithElectron } from './setup.mjs'

/** `dir` needs no network; AppImage, deb, nsis and dmg fetch helpers: npm run dist -- --linux AppImage deb */
const simplest = ['--linux', 'dir']

await main(async () => {
  const { dist, version } = await setupWithElectron()
  await ensureBuilt()
  const args = process.argv.slice(2)
  /** @type {string[]} */
  const runtime = []
  if (version !== versionOf('electron')) {
    say(`packing Electron ${version}: good for a try on this machine, not for a release`)
    runtime.push(`-c.electronDist=${dist}`, `-c.electronVersion=${version}`)
  }
  const { code } = await run(
    node24,
    [
      inModules('electron-builder', 'cli.js'),
      ...(args.length > 0 ? args : simplest),
      '--publish=never',
      ...runtime,
    ],
    { output: 'inherit' },
  )
  return code
})
