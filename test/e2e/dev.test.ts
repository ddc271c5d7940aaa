import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DockAnswer, DockOrder, DockState } from '../../dev/dock/contract.ts'
import { dataFolder, root } from '../fixtures/app.ts'

/** The app of `npm run dev` and its dock, asked as the dock's page asks it. */
describe('the dev app', () => {
  const data = dataFolder()
  let app: ChildProcess
  let dock = ''
  const lines: string[] = []
  const waiting = new Set<() => void>()

  /** The first line from now on, of any process, that has all of these words in it. */
  const said = (...words: string[]): Promise<string> =>
    new Promise((resolve) => {
      const from = lines.length
      const look = (): void => {
        const line = lines.slice(from).find((each) => words.every((word) => each.includes(word)))
        if (line === undefined) return
        waiting.delete(look)
        resolve(line)
      }
      waiting.add(look)
    })
  const state = async (): Promise<DockState> => (await (await fetch(dock)).json()) as DockState
  const tell = async (order: DockOrder): Promise<DockAnswer> => {
    const headers = { 'content-type': 'application/json' }
    return (await (
      await fetch(dock, { method: 'POST', headers, body: JSON.stringify(order) })
    ).json()) as DockAnswer
  }

  beforeAll(async () => {
    const electron = execFileSync(process.execPath, [join(root, 'scripts/electron-path.mjs')], {
      encoding: 'utf8',
    })
    const args = [
      '--demo',
      '--windowed',
      '--data',
      data.dir,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ]
    app = spawn(process.execPath, ['dev/watch.ts', ...args], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'development', ELECTRON_EXEC_PATH: electron.trim() },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    if (app.stderr)
      createInterface({ input: app.stderr }).on('line', (line) => {
        lines.push(line)
        for (const look of waiting) look()
      })
    const address = said('the dock')
    const door = said('door-online')
    dock = `${/http:\/\/127\.0\.0\.1:\d+\/dock\//.exec(await address)?.[0] ?? ''}api`
    await door
  })
  afterAll(async () => {
    app.kill('SIGTERM')
    await once(app, 'exit')
    data.remove()
  })

  it('cuts the hub and heals the line', async () => {
    const away = said('"part":"core"', '"state":"waiting"')
    expect(await tell({ do: 'network', mode: 'cut' })).toEqual({ ok: true })
    await away
    expect(await state()).toMatchObject({ network: 'cut' })
    const back = said('"part":"core"', '"state":"online"')
    await tell({ do: 'network', mode: 'up' })
    await back
  })

  it('turns the clock of core and hub', async () => {
    const day = 86_400_000
    const tomorrow = new Date(Date.now() + day).toISOString().slice(0, 10)
    const off = said('door-clock-off', tomorrow)
    await tell({ do: 'clock', ahead: day })
    await off
    const heard = said('"part":"hub"', tomorrow)
    expect(await tell({ do: 'scan-pass-of', email: 'fatima.fulltime@example.com' })).toEqual({ ok: true })
    await heard
    await tell({ do: 'clock', ahead: 0 })
  })

  it('silences the door, and lets it speak again', async () => {
    const silent = said('door-offline')
    await tell({ do: 'door', fault: { silent: true } })
    await silent
    const back = said('door-online')
    await tell({ do: 'door', fault: { silent: false } })
    await back
  })

  it('starts the core again, alone', async () => {
    const before = await state()
    const online = said('"part":"core"', '"state":"online"')
    await tell({ do: 'restart', process: 'core' })
    await online
    const pid = ({ processes }: DockState, name: string) => processes.find((each) => each.name === name)?.pid
    const after = await state()
    expect(pid(after, 'core')).not.toBe(pid(before, 'core'))
    expect(pid(after, 'hub')).toBe(pid(before, 'hub'))
  })

  it('refuses what it does not know', async () => {
    expect(await tell({ do: 'nothing' } as unknown as DockOrder)).toMatchObject({ ok: false })
  })
})
