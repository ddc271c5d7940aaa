import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Zippable, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readEntries, unzip } from './zip.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-zip-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function archive(content: Zippable): string {
  const path = join(folder, 'a.zip')
  writeFileSync(path, zipSync(content))
  return path
}

const unixMode = (mode: number): { os: number; attrs: number } => ({ os: 3, attrs: mode << 16 })

describe('unzip', () => {
  it('writes deflated, stored and empty files where they belong, with their run bits', async () => {
    const big = new Uint8Array(300_000).fill(7)
    const path = archive({
      'App/run': [big, unixMode(0o755)],
      'App/locales/de.pak': [Buffer.from('hallo'), { level: 0 }],
      'App/empty': new Uint8Array(0),
      'App/left-out': Buffer.from('x'),
    })
    const place = (name: string): string | undefined =>
      name.endsWith('left-out') ? undefined : name.slice(4)

    expect(await unzip(path, join(folder, 'out'), place)).toBe(3)

    expect(readFileSync(join(folder, 'out/run')).equals(Buffer.from(big))).toBe(true)
    expect(statSync(join(folder, 'out/run')).mode & 0o111).toBe(0o111)
    expect(readFileSync(join(folder, 'out/locales/de.pak'), 'utf8')).toBe('hallo')
    expect(statSync(join(folder, 'out/empty')).size).toBe(0)
  })

  it('reads the directory past a comment at the end', async () => {
    const path = archive({ a: Buffer.from('1') })
    const bytes = readFileSync(path)
    bytes.writeUInt16LE(5, bytes.length - 2)
    writeFileSync(path, Buffer.concat([bytes, Buffer.from('hello')]))
    const file = await open(path)
    expect((await readEntries(file)).map((entry) => entry.name)).toEqual(['a'])
    await file.close()
  })

  it.each(['../evil', 'a/../../evil', '/etc/evil', 'C:/evil'])('refuses to write to %s', async (name) => {
    const path = archive({ [name]: Buffer.from('x') })
    await expect(unzip(path, join(folder, 'out'), (same) => same)).rejects.toThrow('outside its folder')
  })

  it('refuses an archive that was cut off', async () => {
    const path = archive({ a: new Uint8Array(50_000) })
    writeFileSync(path, readFileSync(path).subarray(0, 60))
    await expect(unzip(path, folder, (same) => same)).rejects.toThrow('not a complete zip')
  })

  it('refuses a file whose size is not what the directory says', async () => {
    const path = archive({ a: Buffer.from('hello') })
    const bytes = readFileSync(path)
    const central = bytes.indexOf('PK\x01\x02', 0, 'latin1')
    bytes.writeUInt32LE(99, central + 24)
    writeFileSync(path, bytes)
    await expect(unzip(path, folder, () => 'b')).rejects.toThrow('99 expected')
  })
})
