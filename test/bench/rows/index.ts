import type { Row } from '../measure.ts'
import { catchUpRows } from './catch-up.ts'
import { checkInRows } from './check-in.ts'
import { commandsRow } from './commands.ts'
import { connectionsRow } from './connections.ts'
import { dayRow } from './day.ts'
import { drainRows } from './drain.ts'
import { growthRow } from './growth.ts'
import { memoryRow } from './memory.ts'
import { startRow } from './start.ts'
import { viewRows } from './view.ts'

/** What `--only` runs: one piece of work and the rows that come out of it. */
export interface Suite {
  name: string
  /** Part of `--quick`. */
  isQuick: boolean
  /** `note` puts a sentence under the table, e.g. how large a row was. */
  run(note: (text: string) => void): Promise<Row[]>
}

/** In the order of BENCH.md's table. */
export const suites: readonly Suite[] = [
  { name: 'start', isQuick: true, run: startRow },
  { name: 'memory', isQuick: false, run: memoryRow },
  { name: 'check-in', isQuick: true, run: checkInRows },
  { name: 'commands', isQuick: false, run: commandsRow },
  { name: 'catch-up', isQuick: false, run: catchUpRows },
  { name: 'drain', isQuick: true, run: drainRows },
  { name: 'growth', isQuick: false, run: (note) => growthRow(note) },
  { name: 'day', isQuick: true, run: dayRow },
  { name: 'view', isQuick: true, run: viewRows },
  { name: 'connections', isQuick: false, run: connectionsRow },
]
