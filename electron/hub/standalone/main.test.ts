import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const script = fileURLToPath(new URL('./main.ts', import.meta.url))
let dir: string
const children: ChildProcess[] = []
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'foyer-alone-'))
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(dir, { recursive: true })
})

interface Run {
  child: ChildProcess
  out: () => string
  err: () => string
  line: Promise<string>
  ended: Promise<number | null>
}

function run(...args: string[]): Run {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  let out = ''
  let err = ''
  const line = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      if (out.includes('\n')) resolve(out.split('\n')[0] ?? '')
    })
  })
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString()
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return { child, out: () => out, err: () => err, line, ended }
}

interface Ready {
  url: string
  version: string
  pair: string[]
  firstPin: string
}

describe('the hub alone', () => {
  it('says one line on stdout, serves, and ends with 0 when it is told to', async () => {
    const hub = run('--data', dir, '--port', '0')
    const ready = JSON.parse(await hub.line) as Ready
    expect(ready).toMatchObject({ ready: true })
    expect(ready.version).toMatch(/^\d+\.\d+\.\d+/)
    expect(ready.pair).toHaveLength(1)
    expect(ready.pair[0]).toMatch(/^[0-9A-Z]{8}$/)
    expect(ready.firstPin).toMatch(/^\d{6}$/)
    expect((await fetch(`${ready.url}/health`)).status).toBe(200)
    hub.child.kill('SIGTERM')
    expect(await hub.ended).toBe(0)
    expect(hub.out().trim().split('\n')).toHaveLength(1)
    expect(hub.err()).not.toContain(ready.firstPin)
    const again = JSON.parse(await run('--data', dir, '--port', '0').line) as Ready
    expect(again).not.toHaveProperty('firstPin')
  })

  it('ends with 1 on a folder that another hub has, until that one is killed', async () => {
    const first = run('--data', dir, '--port', '0')
    await first.line
    const second = run('--data', dir, '--port', '0')
    expect(await second.ended).toBe(1)
    expect(second.err()).toContain(`Another hub is running with the data in ${dir}`)
    expect(second.out()).toBe('')
    first.child.kill('SIGKILL')
    await first.ended
    expect(JSON.parse(await run('--data', dir, '--port', '0').line)).toMatchObject({ ready: true })
  })

  it('ends with 1 on a port in use, and says so', async () => {
    const first = run('--data', join(dir, 'a'), '--port', '0')
    const { port } = new URL((JSON.parse(await first.line) as { url: string }).url)
    const second = run('--data', join(dir, 'b'), '--port', port)
    expect(await second.ended).toBe(1)
    expect(second.err()).toContain(`Port ${port} on 127.0.0.1 is in use`)
    expect(second.out()).toBe('')
  })

  it('ends with 2 on a wrong foyer.yaml or a wrong command, and leaves the folder as it is', async () => {
    writeFileSync(join(dir, 'foyer.yaml'), 'location:\n  zone: Berlin\n')
    const configured = run('--data', dir, '--port', '0', '--demo')
    expect(await configured.ended).toBe(2)
    expect(configured.err()).toContain('foyer.yaml line 2, column 9: location.zone is "Berlin"')
    expect(readdirSync(dir)).toEqual(['foyer.yaml'])
    const called = run('--dta', dir)
    expect(await called.ended).toBe(2)
    expect(called.err()).toContain('--data DIR')
  })
})
