import { describe, expect, it } from 'vitest'
import { startArgs } from './start-args.mjs'

const where = { data: '/home/a/foyer-demo', isRoot: false }

describe('npm start', () => {
  it('opens the demo in windows, with data that stays', () => {
    expect(startArgs([], where)).toEqual([
      '.',
      '--demo',
      '--role',
      'both',
      '--windowed',
      '--data',
      '/home/a/foyer-demo',
    ])
  })

  it('gives up the sandbox only for root', () => {
    expect(startArgs([], where)).not.toContain('--no-sandbox')
    expect(startArgs([], { ...where, isRoot: true })).toContain('--no-sandbox')
  })

  it('adds what the person says, and leaves it the last word', () => {
    expect(startArgs(['--lang', 'de', '--role=kiosk', '--data', 'here'], where)).toEqual([
      '.',
      '--demo',
      '--windowed',
      '--lang',
      'de',
      '--role=kiosk',
      '--data',
      'here',
    ])
    expect(startArgs(['--hub', 'http://h', '--pair', '123'], where)).not.toContain('--demo')
  })
})
