import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withLock } from './process-lock.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const noSuchProcess = 2 ** 22 + 1

describe('withLock', () => {
  it('lets one in at a time', async () => {
    let inside = 0
    let most = 0
    const body = async (): Promise<void> => {
      inside += 1
      most = Math.max(most, inside)
      await sleep(30)
      inside -= 1
    }
    await Promise.all([
      withLock('a', body, { folder }),
      withLock('a', body, { folder }),
      withLock('a', body, { folder }),
    ])
    expect(most).toBe(1)
  })

  it('is free again after a failure', async () => {
    const failing = withLock('a', () => Promise.reject(new Error('no')), { folder })
    await expect(failing).rejects.toThrow('no')
    expect(existsSync(join(folder, 'a.lock'))).toBe(false)
  })

  it('takes over from a command that was killed', async () => {
    writeFileSync(join(folder, 'a.lock'), String(noSuchProcess))
    expect(await withLock('a', async () => 1, { folder })).toBe(1)
  })

  it('takes over a lock that nobody has touched for long, whoever has its number now', async () => {
    writeFileSync(join(folder, 'a.lock'), String(process.pid))
    const longAgo = new Date(Date.now() - 120_000)
    utimesSync(join(folder, 'a.lock'), longAgo, longAgo)
    expect(await withLock('a', async () => 1, { folder })).toBe(1)
  })
})
