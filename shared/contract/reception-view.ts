import type { Instant } from '../domain/ids.ts'
import type { Language } from './basics.ts'
import type { Link } from './link.ts'
import type { KindOf, LocationRow, RowOf } from './rows.ts'

export type ReceptionRow<K extends KindOf<'reception'>> = RowOf<'reception', K> & { id: string }

export type ReceptionData = { [K in KindOf<'reception'>]: ReceptionRow<K>[] }

/** The console. Locked: no data is on this side of the port at all (R8.5). */
export interface ReceptionView {
  link: Link
  language: Language
  location: LocationRow | null
  lock:
    | { state: 'unpaired' }
    | {
        state: 'locked'
        staff: { id: string; name: string }[]
        why: 'start' | 'idle' | 'signed-out' | 'hub-away'
      }
    | { state: 'open'; staff: string; lockAt: Instant }
  /** null while locked. Kept in step with the hub; shown greyed with its age while the hub is away. */
  data: ReceptionData | null
  /** This device. */
  device: string
}
