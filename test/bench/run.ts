import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Row } from './measure.ts'
import { checkInRows } from './rows/check-in.ts'
import { commandsRow } from './rows/commands.ts'
import { startRow } from './rows/start.ts'
import { viewRows } from './rows/view.ts'

/** BENCH.md: every figure as a ratio to its floor in the same run. `--only NAME` runs one, `--json FILE` keeps them. */
const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } })
const suites: Record<string, () => Promise<Row[]>> = {
  start: startRow,
  'check-in': checkInRows,
  commands: commandsRow,
  view: viewRows,
}

const rows: Row[] = []
for (const [name, run] of Object.entries(suites)) {
  if (values.only !== undefined && values.only !== name) continue
  process.stderr.write(`${name} …\n`)
  rows.push(...(await run()))
}

const show = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))
const head = ['name', 'unit', 'Foyer (min–max)', 'floor (min–max)', 'ratio', 'bound', '']
const cells = rows.map((row) => [
  row.name,
  row.unit,
  `${show(row.foyer)} (${row.spread.foyer.map(show).join('–')})`,
  `${show(row.floor)} (${row.spread.floor.map(show).join('–')})`,
  row.ratio.toFixed(2),
  String(row.bound),
  row.ratio <= row.bound ? 'within' : 'OVER',
])
const widths = head.map((title, column) =>
  Math.max(title.length, ...cells.map((line) => (line[column] as string).length)),
)
for (const line of [head, widths.map((width) => '-'.repeat(width)), ...cells]) {
  process.stdout.write(
    `| ${line.map((cell, column) => cell.padEnd(widths[column] as number)).join(' | ')} |\n`,
  )
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`)
process.exit(rows.every((row) => row.ratio <= row.bound) ? 0 : 1)
