import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { dataFolder, electron, root, writeConfig } from '../fixtures/app.ts'
import { type StandaloneHub, startStandaloneHub } from '../fixtures/standalone-hub.ts'

/**
 * A virtual display has no graphics card: Chromium would try one, see its process crash and start another, each time at another
 * moment. Both sides of a contest draw in software from the beginning.
 */
const switches = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]

/** The floor of every row with a window: a window, a process and a port between them. */
export const bareApp = [join(root, 'test/bench/floors/bare-app')]

export interface Launched {
  app: ElectronApplication
  page: Page
  close(): Promise<void>
}

/** Starts an app; `args` begin with its folder. */
export async function launch(args: string[]): Promise<Launched> {
  const app = await _electron.launch({ executablePath: electron(), cwd: root, args: [...args, ...switches] })
  return { app, page: await app.firstWindow(), close: () => app.close() }
}

/** A hub on its own and the arguments of a kiosk on it, which has run once: it is paired and has all rows. */
export interface KioskSetting {
  hub: StandaloneHub
  args: string[]
  /** The kiosk's own folder. */
  dir: string
  close(): Promise<void>
}

/** `yaml`: the place; `more`: further flags of the hub. `once` is done in the first run, before it ends. */
export async function kioskOn(
  yaml: string,
  more: string[],
  once: (kiosk: Launched, dir: string) => Promise<void>,
): Promise<KioskSetting> {
  const data = dataFolder()
  writeConfig(join(data.dir, 'hub'), yaml)
  const hub = await startStandaloneHub(['--data', join(data.dir, 'hub'), '--port', '0', '--demo', ...more])
  const own = ['--data', join(data.dir, 'kiosk'), '--hub', hub.url]
  const args = ['.', '--role', 'kiosk', '--windowed', '--lang', 'en', ...own]
  const close = async (): Promise<void> => {
    await hub.end()
    data.remove()
  }
  const dir = join(data.dir, 'kiosk', 'kiosk')
  try {
    const first = await launch([...args, '--pair', hub.pair[0] as string])
    await once(first, dir)
    await first.close()
  } catch (error) {
    await close()
    throw error
  }
  return { hub, args, dir, close }
}

/**
 * Memory of a process and of all that it started, MiB: what is theirs alone, and their share of what several have mapped (PSS).
 * Linux only: throws elsewhere.
 */
export function memoryOf(pid: number): number {
  const all = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [pid: number, parent: number])
  const tree = [pid]
  for (const parent of tree) tree.push(...all.filter(([, of]) => of === parent).map(([child]) => child))
  return tree.reduce((sum, each) => sum + pssOf(each), 0) / 1024
}

function pssOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1])
  } catch (error) {
    // It ended since the list was made.
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return 0
    throw error
  }
}
