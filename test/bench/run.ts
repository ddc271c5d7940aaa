import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os'
import { parseArgs, styleText } from 'node:util'
import { electron } from '../fixtures/app.ts'
import { isOver, type Row } from './measure.ts'
import { suites } from './rows/index.ts'
import { table } from './table.ts'

/**
 * BENCH.md: every figure as a ratio to its floor in the same run. `--only NAME` runs one row, `--quick` those that take
 * under three minutes together, `--json FILE` keeps the table. Exit code 1 = a row is over its bound or failed.
 */
const { values } = parseArgs({
  options: { json: { type: 'string' }, only: { type: 'string' }, quick: { type: 'boolean' } },
})
const { only, quick, json } = values
const chosen = suites.filter(({ name, isQuick }) => (only === undefined ? !quick || isQuick : name === only))
if (chosen.length === 0) {
  process.stderr.write(`no row is called ${only}: there are ${suites.map(({ name }) => name).join(', ')}\n`)
  process.exit(2)
}

process.stdout.write(`${machine()}\n${load()}\n\n`)
const rows: Row[] = []
const notes: string[] = []
let failed = false
for (const { name, run } of chosen) {
  process.stderr.write(`${name} …`)
  const began = performance.now()
  try {
    rows.push(...(await run((note) => notes.push(`${name}: ${note}`))))
  } catch (error) {
    // The others are worth having all the same.
    failed = true
    notes.push(`${name} FAILED: ${(error as Error).stack ?? String(error)}`)
  }
  process.stderr.write(` ${((performance.now() - began) / 1000).toFixed(0)} s\n`)
}
process.stdout.write(table(rows))
for (const note of notes) process.stdout.write(`\n${note}\n`)
if (json !== undefined) writeFileSync(json, `${JSON.stringify(rows, null, 2)}\n`)
process.exit(failed || rows.some(isOver) ? 1 : 0)

function machine(): string {
  const version = execFileSync(electron(), ['-p', 'process.versions.electron'], {
    encoding: 'utf8',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  })
  const cores = cpus()
  const memory = (totalmem() / 2 ** 30).toFixed(0)
  return (
    `${cores.length} × ${cores[0]?.model.trim() ?? 'unknown processor'}, ${memory} GiB, ` +
    `${platform()} ${release()} ${arch()}, Node ${process.versions.node}, Electron ${version.trim()}`
  )
}

/** How busy the machine was before anything was measured, as runnable processes over the last minute. */
function load(): string {
  const [minute = 0] = loadavg()
  const said = `load before the run: ${minute.toFixed(2)}`
  return minute > 1 ? styleText('red', `${said}, so others worked on it: figures may be off`) : said
}
