import { describe, expect, it } from 'vitest'
import { circles, violations } from './layers.mjs'

/** [file, what it imports]; each of these must be refused. */
const refused: [string, string][] = [
  ['shared/domain/a.ts', 'electron'],
  ['shared/domain/a.ts', 'node:fs'],
  ['shared/domain/a.ts', 'fs'],
  ['shared/domain/a.ts', 'react'],
  ['shared/domain/a.ts', 'better-sqlite3'],
  ['shared/domain/a.ts', '../../electron/lib/system.ts'],
  ['renderer/kiosk/a.tsx', 'electron'],
  ['renderer/kiosk/a.tsx', 'node:path'],
  ['renderer/kiosk/a.tsx', 'better-sqlite3'],
  ['renderer/kiosk/a.tsx', 'socket.io-client'],
  ['renderer/kiosk/a.tsx', '../../electron/lib/port.ts'],
  ['renderer/ui/deep/a.tsx', '../../../electron/lib/port.ts'],
  ['renderer/kiosk/a.tsx', '../../shared/other/x.ts'],
  ['electron/main/a.ts', '../../renderer/ui/port.ts'],
  ['electron/main/a.ts', 'better-sqlite3'],
  ['electron/main/a.ts', 'react'],
  ['electron/main/a.ts', 'node:dgram'],
  ['electron/preload/preload.ts', 'node:fs'],
  ['electron/core/a.ts', 'electron'],
  ['electron/core/sync/a.ts', 'better-sqlite3'],
  ['electron/core/doors/a.ts', 'node:dgram'],
  ['electron/core/doors/a.ts', 'dgram'],
  ['electron/core/a.ts', '../hub/commands/x.ts'],
  ['electron/core/a.ts', '../main/windows.ts'],
  ['electron/hub/server/a.ts', 'electron'],
  ['electron/hub/server/a.ts', 'nodemailer'],
  ['electron/hub/commands/a.ts', 'better-sqlite3'],
  ['electron/hub/a.ts', '../core/store/x.ts'],
  ['electron/lib/a.ts', 'electron'],
  ['electron/lib/a.ts', 'better-sqlite3'],
  ['electron/lib/a.ts', '../hub/a.ts'],
  ['electron/hub/server/a.ts', '../mail/mailer.ts'],
  ['electron/hub/server/verbs/a.ts', '../../payments/http.ts'],
  ['electron/hub/mail/a.ts', '../pipeline/context.ts'],
  ['electron/hub/payments/a.ts', '../engine/engine.ts'],
  ['electron/hub/pipeline/a.ts', '../commands/index.ts'],
  ['electron/hub/projections/a.ts', '../commands/doors/doors.ts'],
  ['electron/hub/commands/doors/a.ts', '../../sweep/sweep.ts'],
  ['electron/hub/settings/apply/a.ts', '../../demo/data.ts'],
  ['electron/hub/store/a.ts', '../pipeline/context.ts'],
  ['electron/hub/seam/a.ts', '../store/store.ts'],
]

const allowed: [string, string][] = [
  ['shared/contract/a.ts', 'zod'],
  ['shared/contract/a.ts', '../domain/ids.ts'],
  ['renderer/kiosk/a.tsx', 'react-dom/client'],
  ['renderer/kiosk/a.tsx', '@fontsource-variable/figtree/index.css'],
  ['renderer/kiosk/a.tsx', '../../shared/contract/ipc.ts'],
  ['renderer/kiosk/a.tsx', '../ui/Button.tsx'],
  ['electron/main/a.ts', 'electron'],
  ['electron/preload/preload.ts', 'electron'],
  ['electron/main/a.ts', '../core/args.ts'],
  ['electron/core/a.ts', 'node:crypto'],
  ['electron/core/store/a.ts', 'better-sqlite3'],
  ['electron/hub/store/a.ts', 'better-sqlite3'],
  ['electron/lib/sqlite.ts', 'better-sqlite3'],
  ['electron/core/doors/drivers/a.ts', 'node:dgram'],
  ['electron/hub/mail/a.ts', 'nodemailer'],
  ['electron/simdoor/a.ts', 'node:dgram'],
  ['electron/hub/server/a.ts', '../seam/engine.ts'],
  ['electron/hub/commands/doors/a.ts', '../desks/b.ts'],
  ['electron/hub/commands/doors/a.ts', '../../projections/person.ts'],
  ['electron/hub/settings/apply/a.ts', '../read/schema.ts'],
  ['electron/hub/engine/open.ts', '../demo/place.ts'],
  ['electron/core/a.test.ts', '../hub/main.ts'],
  ['scripts/a.mjs', 'electron'],
  ['test/e2e/a.ts', 'electron'],
]

describe('layers', () => {
  it.each(refused)('%s may not import %s', (path, specifier) => {
    expect(violations(path, `import { x } from '${specifier}'`)).toHaveLength(1)
  })

  it.each(allowed)('%s may import %s', (path, specifier) => {
    expect(violations(path, `import { x } from '${specifier}'`)).toEqual([])
  })

  it.each([
    "import 'electron'",
    "import type { App } from 'electron'",
    "import {\n  app,\n  net,\n} from 'electron'",
    "export { app } from 'electron'",
    "export * from 'electron'",
    "const e = await import('electron')",
    "const e = require('electron')",
    "type App = import('electron').App",
  ])('sees %j', (line) => {
    expect(violations('electron/core/a.ts', line)).toHaveLength(1)
  })

  it('does not take a comment for an import, nor an address for a comment', () => {
    expect(violations('electron/core/a.ts', "// import 'electron'\n/* import 'electron' */")).toEqual([])
    expect(violations('electron/core/a.ts', "const a = 'http://x'; import 'electron'")).toHaveLength(1)
    expect(
      violations('renderer/a.tsx', "t(old ? 'account.from' : 'account.running', 'import' , 'fs')"),
    ).toEqual([])
  })

  it('refuses to read the clock, except where the real one is made', () => {
    expect(violations('electron/core/a.ts', 'const now = new Date()')).toHaveLength(1)
    expect(violations('shared/domain/a.ts', 'const now = new Date( )')).toHaveLength(1)
    expect(violations('renderer/kiosk/a.tsx', 'const now = new Date()')).toHaveLength(1)
    expect(violations('electron/lib/system.ts', 'const now = new Date()')).toEqual([])
    expect(violations('electron/core/a.ts', 'const then = new Date(at)')).toEqual([])
  })

  it('refuses to speak HTTP to others, except for payments', () => {
    expect(violations('electron/hub/commands/a.ts', "await fetch('https://x')")).toHaveLength(1)
    expect(violations('shared/domain/a.ts', 'fetch(url)')).toHaveLength(1)
    expect(violations('electron/hub/payments/a.ts', 'await fetch(url)')).toEqual([])
    expect(violations('electron/main/a.ts', 'net.fetch(url)')).toEqual([])
    expect(violations('renderer/phone/a.ts', 'await fetch(url)')).toEqual([])
  })
})

describe('rows of a scope', () => {
  it('are published by projections alone', () => {
    const source = "context.publish('reception', 'mail', id, row)"
    expect(violations('electron/hub/commands/mails/a.ts', source)).toEqual([
      'publishes rows: that is for projections/ alone',
    ])
    expect(violations('electron/hub/projections/a.ts', source)).toEqual([])
  })
})

describe('circles of imports', () => {
  it('are found, also where they are of types alone', () => {
    const sources = new Map([
      ['shared/a.ts', "import type { B } from './b.ts'"],
      ['shared/b.ts', "import { type C } from './c.ts'"],
      ['shared/c.ts', "export type { A } from './a.ts'"],
    ])
    expect(circles(sources)).toEqual([
      'imports itself by way of shared/a.ts → shared/b.ts → shared/c.ts → shared/a.ts',
    ])
  })

  it('need a way back: a diamond is none, and tests do not count', () => {
    const sources = new Map([
      ['shared/a.ts', "import './b.ts'\nimport './c.ts'"],
      ['shared/b.ts', "import './d.ts'"],
      ['shared/c.ts', "import './d.ts'"],
      ['shared/d.ts', ''],
      ['shared/d.fixture.ts', "import './a.ts'"],
    ])
    expect(circles(sources)).toEqual([])
  })
})
