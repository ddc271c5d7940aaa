import { join } from 'node:path'
import { keepCompiledCode } from '../lib/compiled-code.ts'
import { parentPort } from '../lib/process-channel.ts'
import { realSystem } from '../lib/system.ts'
import { serveHub } from './serve.ts'

/** The built pages lie beside this file when it is built. */
serveHub(parentPort(), { system: realSystem, pages: join(import.meta.dirname, '../renderer') })
keepCompiledCode(realSystem)
