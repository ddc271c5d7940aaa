import module from 'node:module'
import type { System } from './system.ts'

/** How long after its start a process writes down what V8 has compiled: a kiosk is rather switched off than ended. */
const writeAfter = 10_000

/**
 * Has Node keep the compiled code of this process's files for its next start, in the folder that NODE_COMPILE_CACHE names.
 * Node 20, in the oldest Electron that we start, cannot; then nothing happens.
 */
export function keepCompiledCode(system: System): void {
  const { flushCompileCache } = module as { flushCompileCache?: () => void }
  if (flushCompileCache) system.after(writeAfter, flushCompileCache)
}
