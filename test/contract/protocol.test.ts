import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { protocol, protocolFile } from '../../scripts/protocol.ts'

it('docs/protocol.md says what the contracts say', () => {
  expect(readFileSync(protocolFile, 'utf8'), 'stale: run `npm run docs` and commit it').toBe(protocol())
})
