import { keepCompiledCode } from '../lib/compiled-code.ts'
import { parentPort } from '../lib/process-channel.ts'
import { realSystem } from '../lib/system.ts'
import { serveCore } from './serve.ts'

serveCore(parentPort(), realSystem)
keepCompiledCode(realSystem)
