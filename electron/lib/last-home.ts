import { createHash } from 'node:crypto'
import type { KioskView } from '../../shared/contract/kiosk-view.ts'
import type { Instant } from '../../shared/domain/ids.ts'

/**
 * How the kiosk's home screen looked last, for whoever comes next: the core writes it, main hands it to the page at the
 * next start, so that there is something to see and to tap while the core is still starting. Names nobody (I7).
 */
export interface LastHome {
  view: KioskView
  /** What another build wrote is not shown: its pages may want other views. */
  build: string
  /** The day that it shows ends then. */
  until: Instant
}

/** Name of the file in the kiosk's folder. */
export const lastHomeFile = 'last-home.json'

/** The text of the file: a SHA-256 of the rest, so that half of one, as a power cut leaves it, is never shown (R9.5). */
export function writtenHome(home: LastHome): string {
  const body = JSON.stringify(home)
  return `${sha256(body)}\n${body}`
}

/** What `writtenHome` wrote, if it is whole, of this build and of today; else null. */
export function readHome(text: string, build: string, now: Instant): KioskView | null {
  const end = text.indexOf('\n')
  const body = text.slice(end + 1)
  if (end < 0 || text.slice(0, end) !== sha256(body)) return null
  const home = JSON.parse(body) as LastHome
  return home.build === build && now < home.until ? home.view : null
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
