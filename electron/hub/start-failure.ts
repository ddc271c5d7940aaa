import { NewerDatabaseError } from '../lib/sqlite.ts'
import { PortInUseError } from './server/listen.ts'
import { ConfigError } from './settings/read/file.ts'

/**
 * Why the hub cannot start, worded for whoever reads the terminal, and the exit code: 2 where the command or foyer.yaml
 * is wrong, 1 for everything else.
 */
export function startFailure(error: unknown, dir: string): { message: string; exitCode: 1 | 2 } {
  if (error instanceof ConfigError) return { message: error.message, exitCode: 2 }
  if (error instanceof PortInUseError || error instanceof NewerDatabaseError) {
    return { message: error.message, exitCode: 1 }
  }
  const { code, message } = error as NodeJS.ErrnoException
  return {
    message: systemMessage(code, dir) ?? `The hub cannot start: ${message ?? String(error)}`,
    exitCode: 1,
  }
}

function systemMessage(code: string | undefined, dir: string): string | null {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
      return `The hub may not write to ${dir}, or not listen there. Give it a folder of its own with --data (${code}).`
    case 'ENOSPC':
    case 'SQLITE_FULL':
      return `The disk that holds ${dir} is full. Make room and start again.`
    case 'SQLITE_BUSY':
      return `Another hub is running with the data in ${dir}. Stop it, or give another --data folder.`
    case 'EADDRNOTAVAIL':
      return 'This machine has no such address. Give one of its own with --host.'
    default:
      return null
  }
}
