import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readAloneFlags } from './flags.ts'

describe('the command line of the hub', () => {
  it('needs a folder, and has a default for the rest', () => {
    expect(readAloneFlags(['--data', 'x'])).toEqual({
      ok: true,
      value: { data: resolve('x'), host: null, port: 7300, demo: false, smtp: null },
    })
  })

  it('takes every flag', () => {
    const args = '--data /d --port 0 --host 0.0.0.0 --demo --smtp smtps://u:p@mail.example.com'.split(' ')
    expect(readAloneFlags(args)).toEqual({
      ok: true,
      value: { data: '/d', host: '0.0.0.0', port: 0, demo: true, smtp: 'smtps://u:p@mail.example.com' },
    })
  })

  it.each([
    ['an unknown flag', ['--data', '/d', '--prot', '1'], /--prot/],
    ['something that is no flag', ['--data', '/d', 'start'], /start/],
    ['no folder', ['--demo'], /^--data is missing/],
    ['a port beyond the last', ['--data', '/d', '--port', '65536'], /^--port 65536: expected 0 to 65535/],
    ['a port that is no number', ['--data', '/d', '--port', 'http'], /^--port http/],
    ['a flag without its value', ['--data', '/d', '--port'], /--port/],
    [
      'a mail server that is none',
      ['--data', '/d', '--smtp', 'mail.example.com'],
      /^--smtp: expected an address/,
    ],
  ])('refuses %s and lists the flags that there are', (_what, args, expected) => {
    const read = readAloneFlags(args)
    const error = read.ok ? '' : read.error
    expect(error).toMatch(expected)
    for (const flag of ['--data', '--port', '--host', '--demo', '--smtp'])
      expect(error).toContain(`  ${flag} `)
  })
})
