import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './lib/build.mjs'
import { checkFormat, checkLint, checkTypes } from './lib/checks/checks.mjs'
import { countTests, summary } from './lib/checks/results.mjs'
import { testArgs } from './lib/checks/test-args.mjs'
import { inModules, node24, root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { main, Stop, say } from './lib/say.mjs'
import { ensureBrowser } from './lib/setup/browser.mjs'
import { openDisplay } from './lib/setup/display.mjs'
import { setup, setupWithElectron } from './setup.mjs'

/** @typedef {import('./lib/checks/results.mjs').Step} Step */

/** @type {Step[]} */
const steps = []

/**
 * Everything that CI does, to the end whatever fails on the way. The last line on stdout is `N passed, N failed`.
 */
await main(async () => {
  try {
    await all()
  } catch (error) {
    // Set-up that failed is a failure of the tests too: who reads only the last line must see it.
    if (error instanceof Stop) say(error.message)
    else console.error(error)
    steps.push({ name: 'set-up', passed: 0, failed: 1, ms: 0, notes: [] })
  }
  console.log(summary(steps))
  return steps.some((step) => step.failed > 0) ? 1 : 0
})

async function all() {
  const { wanted, filters } = testArgs(process.argv.slice(2))
  if (wanted.has('e2e')) {
    await setupWithElectron()
    process.env.FOYER_BROWSER = await ensureBrowser()
  } else await setup()

  if (wanted.has('static')) {
    await check('format', checkFormat, 'npm run format')
    await check('types', checkTypes)
    await check('lint', checkLint)
    if (existsSync(join(root, 'scripts/protocol.ts'))) await check('docs', checkDocs, 'npm run docs')
  }
  const isBuilt = wanted.has('static') || wanted.has('e2e') ? await check('build', build) : true
  if (wanted.has('unit')) await vitest('unit', filters, process.env)
  if (wanted.has('e2e')) {
    if (isBuilt) await endToEnd(filters)
    else
      steps.push({
        name: 'e2e',
        passed: 0,
        failed: 1,
        ms: 0,
        notes: ['not run: there is no build to run them on'],
      })
  }
}

/**
 * A step that passes or fails as one.
 * @param {string} name
 * @param {() => Promise<{code: number, output: string}>} body
 * @param {string} [remedy]
 */
async function check(name, body, remedy) {
  const begin = Date.now()
  const { code, output } = await body()
  const ok = code === 0
  console.log(ok ? `ok      ${name}` : `FAILED  ${name}\n${output.trim()}`)
  const notes = ok || !remedy ? [] : [`to repair: ${remedy}`]
  steps.push({ name, passed: ok ? 1 : 0, failed: ok ? 0 : 1, ms: Date.now() - begin, notes })
  return ok
}

function checkDocs() {
  return run(node24, ['scripts/protocol.ts', '--check'], { output: 'quiet' })
}

/** @param {string[]} filters */
async function endToEnd(filters) {
  const display = await openDisplay()
  try {
    await vitest('e2e', filters, display.env)
  } finally {
    await display.close()
  }
}

/**
 * @param {'unit' | 'e2e'} project
 * @param {string[]} filters
 * @param {NodeJS.ProcessEnv} env
 */
async function vitest(project, filters, env) {
  const begin = Date.now()
  const file = join(root, 'out', 'test', `${project}.json`)
  mkdirSync(join(root, 'out', 'test'), { recursive: true })
  rmSync(file, { force: true })
  const { code } = await run(
    node24,
    [
      inModules('vitest', 'vitest.mjs'),
      'run',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...filters,
    ],
    { env, output: 'inherit' },
  )
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  steps.push({ name: project, ms: Date.now() - begin, ...countTests(report, code) })
}
