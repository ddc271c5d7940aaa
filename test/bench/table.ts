import { isOver, type Row } from './measure.ts'

/** BENCH.md's table as Markdown, a line a row. */
export function table(rows: readonly Row[]): string {
  const head = ['name', 'unit', 'Foyer (min–max)', 'floor (min–max)', 'ratio', 'bound', 'peers', '']
  const cells = rows.map((row) => [
    row.name,
    row.unit,
    withRange(row.foyer, row.spread.foyer),
    row.floor === null || row.spread.floor === null ? '–' : withRange(row.floor, row.spread.floor),
    row.ratio === null ? '–' : row.ratio.toFixed(2),
    row.ratio === null ? `${row.bound} ${row.unit}` : String(row.bound),
    Object.entries(row.peers)
      .map(([name, value]) => `${name} ${shown(value)}`)
      .join(', ') || '–',
    isOver(row) ? 'OVER' : 'within',
  ])
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((line) => (line[column] as string).length)),
  )
  return [head, widths.map((width) => '-'.repeat(width)), ...cells]
    .map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] as number)).join(' | ')} |\n`)
    .join('')
}

function withRange(value: number, [min, max]: [number, number]): string {
  return `${shown(value)} (${shown(min)}–${shown(max)})`
}

function shown(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
