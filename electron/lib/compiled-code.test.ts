import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const lib = import.meta.dirname

it('is on the disk though the process is killed later', () => {
  const dir = mkdtempSync(join(tmpdir(), 'foyer-compiled-'))
  try {
    const cache = join(dir, 'compiled')
    const program = join(dir, 'program.mjs')
    // The program kills itself once its timer has fired: nothing of it ends in order.
    writeFileSync(
      program,
      `import { keepCompiledCode } from ${JSON.stringify(join(lib, 'compiled-code.ts'))}
      keepCompiledCode({ after: (_ms, run) => setImmediate(() => { run(); process.kill(process.pid, 'SIGKILL') }) })`,
    )
    expect(() =>
      execFileSync(process.execPath, [program], { env: { ...process.env, NODE_COMPILE_CACHE: cache } }),
    ).toThrow()
    expect(
      readdirSync(cache, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
    ).not.toEqual([])
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
})
