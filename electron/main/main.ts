import { join } from 'node:path'
import { utilityProcess } from 'electron'
import { realSystem } from '../lib/system.ts'
import { startApp } from './app.ts'
import { servePages } from './protocol.ts'

/** The app as it is packed: the machine's own clock, the built pages and processes beside this file, the hub as it listens. */
startApp({
  system: realSystem,
  fork: (file, serviceName, args) =>
    utilityProcess.fork(join(import.meta.dirname, file), args, { serviceName, stdio: 'inherit' }),
  servePages: ({ protocol }, pictures) =>
    servePages(protocol, join(import.meta.dirname, '../renderer'), pictures),
  reach: (hub) => Promise.resolve(hub),
})
