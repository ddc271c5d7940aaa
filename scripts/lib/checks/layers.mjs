import { builtinModules } from 'node:module'
import { posix } from 'node:path'

/**
 * Folder = process = what may be imported (docs/architecture.md). One table, on resolved paths: lint rules by pattern
 * can neither follow `../..` nor see `import()`.
 */

/** What a page may load; to add a package, ask first whether it works without Node. */
const pagePackages = [
  '@fontsource-variable/figtree',
  'i18next',
  'lucide-react',
  'qrcode',
  'react',
  'react-dom',
  'react-i18next',
  'temporal-polyfill',
  'uuid',
  'zod',
  'zustand',
]
const outsideWorld = ['electron/core/doors/drivers/', 'electron/hub/mail/', 'electron/simdoor/']
/**
 * The rooms of the hub, from the ground up: each may import what stands before it and itself. Two towers stand on `seam/`
 * and `http/` and never see each other (`tower`): server, mail and payments on one side, the rest on the other.
 */
const hubRooms = [
  { room: 'seam' },
  { room: 'http' },
  { room: 'server', tower: ['seam', 'http'] },
  { room: 'mail', tower: ['seam', 'http'] },
  { room: 'payments', tower: ['seam', 'http'] },
  { room: 'store', tower: ['seam'] },
  { room: 'pipeline', tower: ['seam', 'store'] },
  { room: 'projections', tower: ['seam', 'store', 'pipeline'] },
  { room: 'pictures', tower: ['seam', 'store', 'pipeline'] },
  { room: 'commands', tower: ['seam', 'store', 'pipeline', 'projections', 'pictures'] },
  // foyer.yaml names a payment provider, whose keys are its own, and pictures, which are measured when it is read.
  { room: 'settings/read', tower: ['payments/config.ts', 'pictures/measure.ts'] },
  {
    room: 'settings/apply',
    tower: ['seam', 'store', 'pipeline', 'projections', 'pictures', 'commands', 'settings/read'],
  },
  { room: 'sweep', tower: ['seam', 'store', 'pipeline', 'projections', 'commands'] },
  { room: 'demo', tower: ['seam', 'store', 'pipeline', 'projections', 'pictures', 'commands', 'settings'] },
  {
    room: 'engine',
    tower: ['seam', 'store', 'pipeline', 'projections', 'pictures', 'commands', 'settings', 'sweep', 'demo'],
  },
].map(({ room, tower = [] }) => ({
  room: `electron/hub/${room}/`,
  may: tower.map((name) => `electron/hub/${name}`),
}))
/** Who in electron/ and shared/ speaks HTTP to others. */
const askers = ['electron/hub/payments/']

/** @type {{in: string, not?: string, may: string[], why: string}[]} paths that a folder may import */
const folders = [
  { in: 'shared/', may: ['shared/'], why: 'shared/ is pure: it knows no process' },
  {
    in: 'renderer/',
    may: ['renderer/', 'shared/contract/', 'shared/domain/'],
    why: 'renderer/ and electron/ meet only in shared/contract and shared/domain',
  },
  {
    in: 'electron/',
    may: ['electron/', 'shared/contract/', 'shared/domain/', 'package.json', 'resources/'],
    why: 'renderer/ and electron/ meet only in shared/contract and shared/domain',
  },
]

/** @type {{in: string, never: string, why: string}[]} */
const strangers = [
  {
    in: 'electron/core/',
    never: 'electron/hub/',
    why: 'core and hub meet only over the socket (shared/contract)',
  },
  {
    in: 'electron/hub/',
    never: 'electron/core/',
    why: 'core and hub meet only over the socket (shared/contract)',
  },
  { in: 'electron/core/', never: 'electron/main/', why: 'the core knows nothing of Electron' },
  { in: 'electron/hub/', never: 'electron/main/', why: 'the hub knows nothing of Electron' },
  { in: 'electron/lib/', never: 'electron/core/', why: 'lib is below the processes that use it' },
  { in: 'electron/lib/', never: 'electron/hub/', why: 'lib is below the processes that use it' },
  { in: 'electron/lib/', never: 'electron/main/', why: 'lib is below the processes that use it' },
]

/** @type {{packages: (name: string) => boolean, only: string[], why: string}[]} */
const packages = [
  {
    packages: (name) => name === 'electron' || name.startsWith('electron/'),
    only: ['electron/main/', 'electron/preload/'],
    why: 'only main and preload know Electron',
  },
  {
    packages: (name) => name === 'better-sqlite3',
    only: ['electron/core/store/', 'electron/hub/store/', 'electron/lib/sqlite.ts'],
    why: 'only the stores know SQL',
  },
  {
    packages: (name) => ['node:dgram', 'nodemailer', 'smtp-server', 'mailparser'].includes(name),
    only: outsideWorld,
    why: 'only the door drivers, the mail and the simulated door know the outside world',
  },
  {
    packages: (name) => name.startsWith('node:'),
    only: ['electron/main/', 'electron/core/', 'electron/hub/', 'electron/simdoor/', 'electron/lib/'],
    why: 'Node exists neither in a page, nor in a sandboxed preload, nor in shared/',
  },
  {
    packages: (name) => /^(react|react-dom|react-i18next|lucide-react|zustand)$/.test(name),
    only: ['renderer/'],
    why: 'only pages know React',
  },
]

/** Who turns facts into rows of a scope, and what carries those rows. */
const publishers = ['electron/hub/projections/', 'electron/hub/pipeline/']

/** Where the real clock is read. */
const clocks = ['electron/lib/system.ts', 'renderer/ui/clock.ts']

/**
 * What a source file does that its folder may not do, one sentence each.
 * @param {string} path from the repository's root, with slashes
 * @param {string} source
 * @returns {string[]}
 */
export function violations(path, source) {
  if (!/^(shared|electron|renderer)\//.test(path) || isTestCode(path)) return []
  const { code, strings } = tokens(source)
  const found = importsOf({ code, strings }).flatMap((specifier) => {
    const why = specifier.startsWith('.') ? wrongPath(path, specifier) : wrongPackage(path, specifier)
    return why ? [`imports ${specifier}: ${why}`] : []
  })
  if (!clocks.includes(path) && /\bnew Date\(\s*\)/.test(code)) {
    found.push('reads the clock with new Date(): time is passed in')
  }
  if (path.startsWith('electron/hub/') && !publishers.some((room) => path.startsWith(room))) {
    if (/(?<!function )\bpublish(Any)?\(/.test(code))
      found.push('publishes rows: that is for projections/ alone')
  }
  if (/^(shared|electron)\//.test(path) && !askers.some((folder) => path.startsWith(folder))) {
    if (/(?<![.\w])fetch\(/.test(code)) found.push('calls fetch(): only the payments speak HTTP to others')
  }
  return found
}

/**
 * Circles of imports, also those of types alone (`import/no-cycle` leaves them out): one sentence a circle. Test code
 * does not count.
 * @param {ReadonlyMap<string, string>} sources by path from the repository's root
 * @returns {string[]}
 */
export function circles(sources) {
  /** @type {Map<string, string[]>} */
  const graph = new Map()
  for (const [path, source] of sources) {
    if (isTestCode(path)) continue
    const targets = importsOf(tokens(source))
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => posix.join(posix.dirname(path), specifier))
    graph.set(
      path,
      targets.filter((target) => sources.has(target) && !isTestCode(target)),
    )
  }
  /** @type {string[]} */
  const found = []
  /** @type {Map<string, 'open' | 'done'>} */
  const state = new Map()
  /** @type {string[]} */
  const trail = []
  /** @param {string} path */
  const walk = (path) => {
    state.set(path, 'open')
    trail.push(path)
    for (const target of graph.get(path) ?? []) {
      if (state.get(target) === 'open')
        found.push(
          `imports itself by way of ${trail.slice(trail.indexOf(target)).concat(target).join(' → ')}`,
        )
      else if (!state.has(target)) walk(target)
    }
    trail.pop()
    state.set(path, 'done')
  }
  for (const path of graph.keys()) if (!state.has(path)) walk(path)
  return found
}

/** @param {string} path */
function isTestCode(path) {
  return /\.(test|fixture|contract)\.tsx?$/.test(path)
}

/**
 * @param {string} path
 * @param {string} specifier
 */
function wrongPath(path, specifier) {
  const target = posix.join(posix.dirname(path), specifier)
  const folder = folders.find((rule) => path.startsWith(rule.in))
  if (folder && !folder.may.some((allowed) => target.startsWith(allowed))) return folder.why
  return (
    strangers.find((rule) => path.startsWith(rule.in) && target.startsWith(rule.never))?.why ??
    wrongRoom(path, target)
  )
}

/**
 * @param {string} path
 * @param {string} target
 */
function wrongRoom(path, target) {
  const from = hubRooms.find(({ room }) => path.startsWith(room))
  if (!from || !target.startsWith('electron/hub/') || target.startsWith(from.room)) return undefined
  if (from.may.some((allowed) => target === allowed || target.startsWith(`${allowed}/`))) return undefined
  return `${from.room.slice(0, -1)} may not know it (the hub's rooms: scripts/lib/checks/layers.mjs)`
}

/**
 * @param {string} path
 * @param {string} specifier
 */
function wrongPackage(path, specifier) {
  const name = builtinModules.includes(specifier) ? `node:${specifier}` : packageOf(specifier)
  const rule = packages.find((candidate) => candidate.packages(name))
  if (rule && !rule.only.some((allowed) => path.startsWith(allowed))) return rule.why
  if (path.startsWith('renderer/') && !pagePackages.includes(name)) {
    return 'it is not in the list of packages for pages (scripts/lib/checks/layers.mjs)'
  }
  return undefined
}

/** @param {string} specifier */
function packageOf(specifier) {
  if (specifier.startsWith('node:')) return specifier
  const [first, second] = specifier.split('/')
  return specifier.startsWith('@') ? `${first}/${second}` : (first ?? specifier)
}

/**
 * Every module that is named: `import`, `export … from`, `import()`, `require()`, and types of other modules.
 * @param {{code: string, strings: string[]}} tokens
 */
function importsOf({ code, strings }) {
  const named = /\b(?:from|import|require)\s*\(?\s*"(\d+)"/g
  return [...code.matchAll(named)].map((match) => strings[Number(match[1])] ?? '')
}

/**
 * The code without comments, and with a number for each string: neither `'https://…'` is a comment then, nor
 * `'…from' : '…'` an import.
 * @param {string} source
 */
function tokens(source) {
  /** @type {string[]} */
  const strings = []
  const parts = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g
  const code = source.replace(parts, (part) => {
    if (part.startsWith('/')) return ' '
    strings.push(part.slice(1, -1))
    return `"${strings.length - 1}"`
  })
  return { code, strings }
}
