import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { root } from '../paths.mjs'
import { packedFolders, strangers } from './packed.mjs'

describe('what is packed', () => {
  it('of out/ is what is looked through, and besides it no folder of sources', () => {
    const { files } = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as { files: string[] }
    const taken = files.filter((pattern) => !pattern.startsWith('!'))
    expect(taken).toEqual([...packedFolders.map((folder) => `${folder}/**`), 'resources/**', 'package.json'])
  })

  it('is made of the product and its packages', () => {
    expect(
      strangers('out/main/main.js.map', [
        '../../electron/main/app.ts',
        '../../package.json',
        '../../node_modules/zod/index.js',
        '\0rolldown/runtime.js',
      ]),
    ).toEqual([])
  })

  it.each([
    '../../../dev/dock/Dock.tsx',
    '../../../dev/app/clock.ts',
    '../../../test/fixtures/views.ts',
    '../../../scripts/lib/say.mjs',
    '../../../shared/domain/facts.fixture.ts',
  ])('%s is a stranger there', (source) => {
    expect(strangers('out/main/chunks/a.js.map', [source])).toEqual([
      `out/main/chunks/a.js.map has ${source.replaceAll('../', '')} in it`,
    ])
  })
})
