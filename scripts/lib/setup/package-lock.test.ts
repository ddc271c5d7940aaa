import { describe, expect, it } from 'vitest'
import { completeLock, platformOf } from './package-lock.mjs'

describe('completeLock', () => {
  it('adds the platform packages that a partial registry left out, and nothing else', () => {
    const lock = {
      packages: {
        '': {},
        'node_modules/tool': {
          version: '2.0.0',
          dev: true,
          optionalDependencies: {
            '@tool/linux-x64': '2.0.0',
            '@tool/darwin-arm64': '2.0.0',
            fsevents: '^2.3.0',
          },
        },
        'node_modules/@tool/linux-x64': { version: '2.0.0', integrity: 'sha512-x', optional: true },
      },
    }
    expect(completeLock(lock)).toEqual(['@tool/darwin-arm64'])
    expect(Object.keys(lock.packages)).toEqual([
      '',
      'node_modules/@tool/darwin-arm64',
      'node_modules/@tool/linux-x64',
      'node_modules/tool',
    ])
    expect(lock.packages).toMatchObject({
      'node_modules/@tool/darwin-arm64': {
        version: '2.0.0',
        dev: true,
        optional: true,
        os: ['darwin'],
        cpu: ['arm64'],
      },
      'node_modules/@tool/linux-x64': { integrity: 'sha512-x' },
    })
    expect(completeLock(lock)).toEqual([])
  })

  it.each([
    ['@oxlint/binding-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@oxlint/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@oxlint/binding-win32-ia32-msvc', { os: ['win32'], cpu: ['ia32'] }],
    ['fsevents', undefined],
  ])('reads the platform of %s', (name, platform) => {
    expect(platformOf(name)).toEqual(platform)
  })
})
