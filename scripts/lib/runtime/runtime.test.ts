import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { executableName, findRuntime } from './runtime.mjs'

type Probes = Parameters<typeof findRuntime>[0]

/** Nothing is there, the network is down, and the fallback fits this machine. */
function probes(changes: Partial<Probes> = {}): Probes & { asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    env: {},
    installed: () => undefined,
    failedLately: () => false,
    download: async () => {
      asked.push('download')
      return { reason: 'fetch failed' }
    },
    fallbackFits: true,
    fallback: async () => {
      asked.push('fallback')
      return '/cache/fallback'
    },
    ...changes,
  }
}

let folder = ''
afterEach(() => {
  if (folder) rmSync(folder, { recursive: true })
  folder = ''
})

describe('findRuntime', () => {
  it('takes the one that the person names, even when another is installed', async () => {
    folder = mkdtempSync(join(tmpdir(), 'foyer-runtime-'))
    mkdirSync(dirname(join(folder, executableName)), { recursive: true })
    writeFileSync(join(folder, executableName), '')
    const given = probes({ env: { ELECTRON_OVERRIDE_DIST_PATH: folder }, installed: () => '/official' })
    expect(await findRuntime(given)).toEqual({ dist: folder, source: 'override' })
  })

  it('says what is wrong with a named folder instead of quietly taking another', async () => {
    const given = probes({ env: { ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' }, installed: () => '/official' })
    await expect(findRuntime(given)).rejects.toThrow('ELECTRON_OVERRIDE_DIST_PATH is /nowhere')
  })

  it('takes the installed official one without a download', async () => {
    const given = probes({ installed: () => '/official' })
    expect(await findRuntime(given)).toEqual({ dist: '/official', source: 'installed' })
    expect(given.asked).toEqual([])
  })

  it('downloads the official one before it thinks of the fallback', async () => {
    const given = probes({ download: async () => ({ dist: '/official', reason: '' }) })
    expect(await findRuntime(given)).toEqual({ dist: '/official', source: 'downloaded' })
    expect(given.asked).toEqual([])
  })

  it('falls back when the download fails', async () => {
    const given = probes()
    expect(await findRuntime(given)).toEqual({ dist: '/cache/fallback', source: 'fallback' })
    expect(given.asked).toEqual(['download', 'fallback'])
  })

  it('does not try a download that failed lately', async () => {
    const given = probes({ failedLately: () => true })
    expect(await findRuntime(given)).toEqual({ dist: '/cache/fallback', source: 'fallback' })
    expect(given.asked).toEqual(['fallback'])
  })

  it('has no fallback on other platforms: it tries again each time and says why', async () => {
    const given = probes({ fallbackFits: false, failedLately: () => true })
    await expect(findRuntime(given)).rejects.toThrow('Electron could not be downloaded: fetch failed')
    expect(given.asked).toEqual(['download'])
  })
})
