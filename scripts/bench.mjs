import { driveApp } from './lib/real-app.mjs'
import { main } from './lib/say.mjs'

// Measures what BENCH.md names: [--json FILE].
await main(() => driveApp('test/bench/run.ts', process.argv.slice(2)))
