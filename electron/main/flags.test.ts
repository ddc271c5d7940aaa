import { describe, expect, it } from 'vitest'
import { ownArgs, readFlags } from './flags.ts'

const read = (line: string) => readFlags(line.split(' ').filter(Boolean))

describe('flags', () => {
  it('opens both windows with a hub of its own when nothing is said', () => {
    const flags = read('')
    expect(flags).toEqual({
      ok: true,
      value: {
        data: null,
        roles: ['kiosk', 'reception'],
        hub: null,
        pair: null,
        demo: false,
        smtp: null,
        language: null,
        windowed: false,
      },
    })
  })

  it('reads everything that RUNTIME.md names', () => {
    const flags = read(
      '--data /d --role reception --hub http://127.0.0.1:7300 --pair ABCD2345 --lang de --windowed',
    )
    expect(flags).toMatchObject({
      ok: true,
      value: { data: '/d', roles: ['reception'], pair: 'ABCD2345', language: 'de', windowed: true },
    })
  })

  it('is a kiosk at a hub elsewhere unless told otherwise', () => {
    expect(read('--hub http://127.0.0.1:7300')).toMatchObject({ ok: true, value: { roles: ['kiosk'] } })
  })

  it('leaves the switches of Chromium alone', () => {
    const line = ['--inspect=0', '--remote-debugging-port=0', '.', '--demo', '--no-sandbox']
    expect(ownArgs(line, (arg) => arg === '.')).toEqual(['--demo'])
    expect(ownArgs(['stray', '--demo'], (arg) => arg === '.')).toEqual(['stray', '--demo'])
  })

  it.each([
    ['--colour red', "Unknown option '--colour'"],
    ['--role chef', '--role chef: expected kiosk, reception or both'],
    ['--hub nowhere', '--hub nowhere: expected an address'],
    ['--hub http://a --demo', '--hub and --demo exclude each other'],
    ['--pair ABCD2345', '--pair goes with --hub'],
    ['--smtp http://a', '--smtp: expected smtp://host:port'],
    ['--lang xx', '--lang xx: expected one of en, de, fr, es'],
    ['stray', "Unexpected argument 'stray'"],
  ])('says what is wrong with %s and lists the known flags', (line, message) => {
    const flags = read(line)
    expect(flags.ok).toBe(false)
    if (flags.ok) return
    expect(flags.error).toContain(message)
    expect(flags.error).toContain('--windowed')
  })
})
