import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import {
  type InlineConfig as ElectronViteConfig,
  loadConfigFromFile,
  MainConfigFactory,
  PreloadConfigFactory,
} from 'electron-vite'
import { build, type InlineConfig, type Plugin } from 'vite'

export const root = resolve(import.meta.dirname, '..')
/** Beside what is packed (out/main, out/preload, out/renderer), and never part of it. */
export const outDir = join(root, 'out/dev')

/**
 * Builds main, core, hub, door and preload as the product's own configuration says, main, core and hub from the dev app's entries,
 * and again whenever one of their sources changes. `on.built` hears of each time, `on.error` of what does not compile.
 */
export async function watchProcesses(on: {
  /** Per file that a process starts from: a mark that changes with anything that it is made of. */
  built(marks: ReadonlyMap<string, string>): void
  error(): void
}): Promise<() => Promise<void>> {
  const file = join(root, 'electron.vite.config.ts')
  const { config } = await loadConfigFromFile({ command: 'build', mode: 'development' }, file)
  const { main = {}, preload = {} } = config
  const app = (name: string): string => join(root, 'dev/app', name)
  const mainConfig = await new MainConfigFactory(
    {
      ...main,
      build: {
        ...main.build,
        rolldownOptions: {
          ...main.build?.rolldownOptions,
          input: {
            main: app('main.ts'),
            core: app('core.ts'),
            hub: app('hub.ts'),
            'sim-door': join(root, 'electron/simdoor/main.ts'),
          },
        },
      },
    },
    inline('main'),
    {},
  ).build()
  const preloadConfig = await new PreloadConfigFactory(preload, inline('preload'), {}).build()

  const marks = new Map<string, string>()
  const closing = await Promise.all(
    [mainConfig, preloadConfig].map(async (each) => {
      const watcher = await build({
        ...(each as InlineConfig),
        plugins: [...(each.plugins ?? []), marking(marks, () => on.built(marks))],
      })
      if (!('close' in watcher)) throw new Error('Vite did not begin to watch')
      watcher.on('event', (event) => {
        if (event.code === 'ERROR') on.error()
      })
      return () => watcher.close()
    }),
  )
  return async () => {
    for (const close of closing) await close()
  }
}

function inline(part: string): ElectronViteConfig {
  return {
    configFile: false,
    root,
    mode: 'development',
    logLevel: 'warn',
    build: { outDir: join(outDir, part), watch: {}, emptyOutDir: true },
  }
}

/** The names of chunks hold a hash of what is in them, so an entry's own text says whether anything beneath it changed. */
function marking(marks: Map<string, string>, done: () => void): Plugin {
  return {
    name: 'foyer:marks',
    writeBundle: (_options, bundle) => {
      for (const output of Object.values(bundle))
        if (output.type === 'chunk' && output.isEntry)
          marks.set(output.fileName, createHash('sha256').update(output.code).digest('hex'))
      done()
    },
  }
}
