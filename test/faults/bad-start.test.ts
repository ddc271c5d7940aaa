import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dataFolder, launchApp, noonZone, root, writeConfig } from '../fixtures/app.ts'
import { startMailSink } from '../fixtures/mail-sink.ts'
import { startStandaloneHub } from '../fixtures/standalone-hub.ts'
import { button } from '../fixtures/walk.ts'

describe('a bad start', () => {
  let data: ReturnType<typeof dataFolder>
  beforeEach(() => {
    data = dataFolder()
  })
  afterEach(() => data.remove())

  const hub = (...args: string[]) =>
    spawnSync(
      process.execPath,
      [join(root, 'out/main/hub-standalone.js'), '--data', data.dir, '--port', '0', ...args],
      {
        encoding: 'utf8',
        timeout: 20_000,
      },
    )

  it('a key with a typo in foyer.yaml: named, with its line and what is allowed', () => {
    writeConfig(data.dir, 'mail:\n  from: desk@example.com\nlocaton:\n  name: Lindenhof\n')
    const { status, stderr } = hub()
    expect(status).toBe(2)
    expect(stderr).toContain('foyer.yaml')
    expect(stderr).toMatch(/line 3/)
    expect(stderr).toContain('locaton')
    expect(stderr).toMatch(/location, mail, phone, doors, desks/)
  })

  it('a value that is not allowed in foyer.yaml: says what is', () => {
    writeConfig(data.dir, 'location:\n  name: Lindenhof\n  zone: Berlin\n')
    const { status, stderr } = hub()
    expect(status).toBe(2)
    expect(stderr).toMatch(/line 3.*location\.zone.*Europe\/Berlin/s)
  })

  it('an unknown flag lists the known ones', () => {
    const { status, stderr } = hub('--colour', 'red')
    expect(status).not.toBe(0)
    expect(stderr).toContain('--smtp')
  })

  it('the database of the kiosk is rubbish: it is put aside and the kiosk comes back', async () => {
    const mail = await startMailSink()
    writeConfig(`${data.dir}/hub`, `location: { zone: ${noonZone()} }\n`)
    const args = ['--data', data.dir, '--demo', '--smtp', mail.url, '--lang', 'en']
    let app = await launchApp(args)
    await button(await app.page('kiosk'), 'Check in').waitFor()
    await app.close()
    const file = join(data.dir, 'kiosk', 'core.db')
    expect(existsSync(file)).toBe(true)
    writeFileSync(file, 'this is no database, whatever its name says'.repeat(200))
    app = await launchApp(args)
    await button(await app.page('kiosk'), 'Check in').waitFor()
    expect(readdirSync(join(data.dir, 'kiosk')).some((name) => name.startsWith('core.db.broken-'))).toBe(true)
    await app.close()
    await mail.close()
  })

  it('the database of the hub is rubbish: it is put aside, said loudly, and the hub listens', async () => {
    writeFileSync(join(data.dir, 'hub.db'), 'rubbish'.repeat(1000))
    const running = await startStandaloneHub(['--data', data.dir, '--port', '0', '--demo'])
    expect(readdirSync(data.dir).some((name) => name.startsWith('hub.db.broken-'))).toBe(true)
    await running.end()
  })
})
