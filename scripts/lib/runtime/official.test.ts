import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installedOfficial } from './official.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-official-'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ version: '45.4.1' }))
})
afterEach(() => rmSync(folder, { recursive: true }))

function put(version: string): void {
  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'dist', 'version'), version)
  writeFileSync(join(folder, 'dist', 'electron'), '')
  writeFileSync(join(folder, 'path.txt'), 'electron')
}

describe('the installed official Electron', () => {
  it('is found when it is complete', () => {
    put('v45.4.1')
    expect(installedOfficial(folder)).toBe(join(folder, 'dist'))
  })

  it('is not the one that an older package had downloaded', () => {
    put('44.0.0')
    expect(installedOfficial(folder)).toBeUndefined()
  })

  it('is not one whose unpacking was cut off', () => {
    put('45.4.1')
    rmSync(join(folder, 'path.txt'))
    expect(installedOfficial(folder)).toBeUndefined()
  })

  it('is not there before the first download', () => {
    expect(installedOfficial(folder)).toBeUndefined()
  })
})
