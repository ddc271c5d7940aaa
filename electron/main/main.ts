import { statSync } from 'node:fs'
import { join } from 'node:path'
import { app, utilityProcess } from 'electron'
import { realSystem } from '../lib/system.ts'
import { startApp } from './app.ts'
import { servePages } from './protocol.ts'

/** The app as it is packed: the machine's own clock, the built pages and processes beside this file, the hub as it listens. */
startApp({
  system: realSystem,
  build: `${app.getVersion()} ${statSync(join(import.meta.dirname, 'core.js')).mtimeMs}`,
  fork: (file, serviceName, compiled, args) =>
    utilityProcess.fork(join(import.meta.dirname, file), args, {
      serviceName,
      stdio: 'inherit',
      env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    }),
  servePages: ({ protocol }, served) =>
    servePages(protocol, join(import.meta.dirname, '../renderer'), served),
  reach: (hub) => Promise.resolve(hub),
})
