import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fingerprint } from './build.mjs'

let folder = ''
const print = (): string => fingerprint(folder, ['src', 'package.json', 'not-there'])

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-build-'))
  mkdirSync(join(folder, 'src/deep'), { recursive: true })
  writeFileSync(join(folder, 'src/deep/a.ts'), '1')
  writeFileSync(join(folder, 'package.json'), '{}')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the fingerprint of the sources', () => {
  it('stays when nothing changed, or only a test', () => {
    const before = print()
    writeFileSync(join(folder, 'src/a.test.ts'), '1')
    expect(print()).toBe(before)
  })

  it.each([
    ['written', () => utimesSync(join(folder, 'src/deep/a.ts'), 1, 1)],
    ['added', () => writeFileSync(join(folder, 'src/b.ts'), '')],
    ['removed', () => rmSync(join(folder, 'src/deep/a.ts'))],
  ])('changes when a file was %s', (_case, change) => {
    const before = print()
    change()
    expect(print()).not.toBe(before)
  })
})
