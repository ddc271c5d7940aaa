import type { Instant } from '../../../shared/domain/ids.ts'
import type { Log } from '../../lib/log.ts'
import { backoff } from '../../lib/retry.ts'
import type { System } from '../../lib/system.ts'
import type { PictureFiles } from '../store/picture-files.ts'
import type { Call } from './calls.ts'
import { delays } from './delays.ts'
import type { Link } from './link.ts'

interface PicturesDeps {
  files: PictureFiles
  link: Link
  call: Call
  system: System
  log: Log
  /** One more is here. */
  changed(): void
}

/** Brings the pictures that rows name onto this device, and takes away what none names any more. */
export interface Pictures {
  /** What the public catalogue names. */
  publicOnes(hashes: Iterable<string>): void
  /** What somebody's offers name beyond it; gone with their session (R1.2). */
  offered(hashes: Iterable<string>, session: string | null): void
  has(hash: string): boolean
  close(): void
}

/** One at a time, so that a busy line stays free for people; what fails is tried again, later and later. */
export function createPictures({ files, link, call, system, log, changed }: PicturesDeps): Pictures {
  let open = new Set<string>()
  let beyond = new Set<string>()
  let session: string | null = null
  const here = new Set<string>()
  /** Not on this disk, as far as was looked. */
  const missing = new Set<string>()
  const backoffs = new Map<string, { failed: number; until: Instant }>()
  let tidied = false
  let busy = false
  let closed = false
  let cancelWake = (): void => {}

  const wanted = (): Set<string> => new Set([...open, ...beyond])

  const tidy = (): void => {
    tidied = true
    const all = wanted()
    files.keepOnly(all)
    for (const set of [here, missing]) for (const hash of set) if (!all.has(hash)) set.delete(hash)
    for (const hash of backoffs.keys()) if (!all.has(hash)) backoffs.delete(hash)
    void pump()
  }

  /** One after another, first those that may be on the disk already: with no hub they are all there is (R9.2). */
  const pump = async (): Promise<void> => {
    if (busy) return
    busy = true
    // Told together: at a start all of them are found, and each by itself would draw the page anew.
    let found = false
    for (const hash of wanted())
      if (!here.has(hash) && !missing.has(hash)) found = (await look(hash)) || found
    if (found && !closed) changed()
    for (let hash = next(); hash !== null; hash = next()) await download(hash)
    busy = false
    // What was asked for meanwhile.
    if (!closed && [...wanted()].some((hash) => !here.has(hash) && !missing.has(hash))) void pump()
  }

  /** Whether it is on the disk, and wanted still. */
  const look = async (hash: string): Promise<boolean> => {
    const found = await files.check(hash)
    if (closed || !wanted().has(hash)) return false
    if (found) here.add(hash)
    else missing.add(hash)
    return found
  }

  const next = (): string | null => {
    cancelWake()
    if (closed || link.state().name !== 'online') return null
    let wakeAt = Number.POSITIVE_INFINITY
    for (const hash of missing) {
      const until = backoffs.get(hash)?.until ?? 0
      if (until <= system.now()) return hash
      wakeAt = Math.min(wakeAt, until)
    }
    if (wakeAt < Number.POSITIVE_INFINITY) cancelWake = system.after(wakeAt - system.now(), () => void pump())
    return null
  }

  const download = async (hash: string): Promise<void> => {
    const inName = open.has(hash) || session === null ? {} : { session }
    const answer = await call('image.get', { hash }, inName)
    // Nobody wants it any more: its session has ended in the meantime.
    if (closed || !missing.has(hash)) return
    if (!answer.ok) return tryLater(hash, answer.error.code)
    try {
      if (!files.write(hash, Buffer.from(answer.value.image, 'base64')))
        return tryLater(hash, 'not-what-it-says')
    } catch (error) {
      return tryLater(hash, (error as Error).message)
    }
    missing.delete(hash)
    backoffs.delete(hash)
    here.add(hash)
    changed()
  }

  const tryLater = (hash: string, why: string): void => {
    const failed = backoffs.get(hash)?.failed ?? 0
    backoffs.set(hash, { failed: failed + 1, until: system.now() + backoff(delays.retry, failed, 0) })
    log('warn', 'picture-not-fetched', { hash, why })
  }

  const stop = link.changed.on(() => void pump())

  return {
    publicOnes: (hashes) => {
      const now = new Set(hashes)
      if (tidied && isSame(now, open)) return
      open = now
      tidy()
    },
    offered: (hashes, token) => {
      const now = new Set(hashes)
      session = token
      if (isSame(now, beyond)) return
      beyond = now
      tidy()
    },
    has: (hash) => here.has(hash),
    close: () => {
      closed = true
      cancelWake()
      stop()
      // Whoever was here is gone with this process; what was theirs must not stay.
      beyond = new Set()
      files.keepOnly(open)
    },
  }
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one))
}
