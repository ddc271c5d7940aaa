import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { run } from './run.mjs'

const node = process.execPath

describe('run', () => {
  it('returns the exit code and both streams', async () => {
    const code = "console.log('out'); console.error('err'); process.exitCode = 3"
    const result = await run(node, ['-e', code], { output: 'quiet' })
    expect(result).toMatchObject({ code: 3, timedOut: false })
    expect(result.output).toContain('out')
    expect(result.output).toContain('err')
  })

  it('says which command could not be started', async () => {
    await expect(run('no-such-command-here', [])).rejects.toThrow('could not start no-such-command-here')
  })

  it('ends a child that takes too long, and what that one started', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-run-'))
    const beats = join(folder, 'beats')
    const grandchild = `setInterval(() => require('node:fs').appendFileSync(${JSON.stringify(beats)}, '.'), 20)`
    const parent = `
      require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}])
      setInterval(() => {}, 1000)`
    const { code, timedOut } = await run(node, ['-e', parent], { output: 'quiet', timeout: 1500 })
    expect({ code, timedOut }).toEqual({ code: 143, timedOut: true })
    await sleep(100)
    const heard = statSync(beats).size
    await sleep(200)
    expect(heard).toBeGreaterThan(0)
    expect(statSync(beats).size).toBe(heard)
    rmSync(folder, { recursive: true })
  })
})
