import { driveApp } from './lib/real-app.mjs'
import { main } from './lib/say.mjs'

// Walks the main job through the real app: [--data DIR].
await main(() => driveApp('test/tour/tour.ts', process.argv.slice(2)))
