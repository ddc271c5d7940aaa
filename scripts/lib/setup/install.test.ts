import { describe, expect, it } from 'vitest'
import { isInstalled } from './install.mjs'

const lock = {
  packages: {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a-darwin': { version: '1.0.0', optional: true },
  },
}

describe('isInstalled', () => {
  it('accepts what npm installed before us, without the packages of other platforms', () => {
    expect(isInstalled(lock, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true)
  })

  it.each([
    ['nothing is installed', undefined],
    ['a package is missing', { packages: {} }],
    ['a package has another version', { packages: { 'node_modules/a': { version: '1.0.1' } } }],
    [
      'an optional package has another version',
      { packages: { 'node_modules/a': { version: '1.0.0' }, 'node_modules/a-darwin': { version: '2.0.0' } } },
    ],
  ])('says no when %s', (_case, present) => {
    expect(isInstalled(lock, present)).toBe(false)
  })
})
