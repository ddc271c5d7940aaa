/**
 * @typedef {object} Entry
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {string} [integrity]
 * @property {Record<string, string>} [optionalDependencies]
 */

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64']

/**
 * Adds what a partial registry left out. npm writes an optional package that the registry does not have into nobody's
 * lock, and then `npm ci` calls that lock incomplete. Binaries for other platforms are named after them, and exactly
 * pinned, so their entries can be written without seeing them; npm on such a platform adds the missing integrity.
 * @param {{packages: Record<string, Entry>}} lock is changed
 * @returns {string[]} what was added
 */
export function completeLock(lock) {
  const present = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)))
  /** @type {string[]} */
  const added = []
  for (const parent of Object.values(lock.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const platform = platformOf(name)
      if (present.has(name) || !platform || !/^\d/.test(version)) continue
      lock.packages[`node_modules/${name}`] = {
        version,
        ...(parent.dev ? { dev: true } : {}),
        optional: true,
        ...platform,
      }
      present.add(name)
      added.push(name)
    }
  }
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).toSorted(([a], [b]) => a.localeCompare(b, 'en')),
  )
  return added
}

/**
 * The platform in a package's name: `@oxlint/binding-linux-x64-musl` is for Linux on x64 with musl.
 * @param {string} name
 * @returns {{os: string[], cpu: string[], libc?: string[]} | undefined}
 */
export function platformOf(name) {
  const parts = name.split(/[-/]/)
  const os = systems.find((system) => parts.includes(system))
  const cpu = processors.find((processor) => parts.includes(processor))
  if (!os || !cpu) return undefined
  if (os !== 'linux') return { os: [os], cpu: [cpu] }
  return { os: [os], cpu: [cpu], libc: [parts.some((part) => part.startsWith('musl')) ? 'musl' : 'glibc'] }
}
