import { describe, expect, it } from 'vitest'
import { NewerDatabaseError } from '../lib/sqlite.ts'
import { PortInUseError } from './server/listen.ts'
import { ConfigError } from './settings/read/file.ts'
import { startFailure } from './start-failure.ts'

const system = (code: string): Error => Object.assign(new Error(`${code}: something`), { code })

describe('a start that fails', () => {
  it.each([
    [new ConfigError(['foyer.yaml line 1, column 1: no']), 2, 'foyer.yaml line 1'],
    [new PortInUseError('127.0.0.1', 7300), 1, 'Port 7300'],
    [new NewerDatabaseError('/d/hub.db', 9, 3), 1, 'newer Foyer'],
    [system('EACCES'), 1, 'may not write to /d'],
    [system('SQLITE_FULL'), 1, 'full'],
    [system('SQLITE_BUSY'), 1, 'Another hub'],
    [system('EADDRNOTAVAIL'), 1, '--host'],
    [new Error('anything'), 1, 'The hub cannot start: anything'],
    ['not an error', 1, 'not an error'],
  ])('%s', (error, exitCode, words) => {
    const failure = startFailure(error, '/d')
    expect(failure.exitCode).toBe(exitCode)
    expect(failure.message).toContain(words)
  })
})
