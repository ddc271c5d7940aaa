import type { GrantRow } from './rows.ts'

/** Whether a grant has reached one door (R6.3), in the words that reception reads. */
export type Reach = 'at-door' | 'not-yet' | 'failed' | 'leaving' | 'off-door'

/** `over`: the grant ended or was taken away, so the door should hold it no more. */
export function reachOf(row: GrantRow, door: string, over: boolean): Reach {
  const held = row.held[door]?.state
  if (over) {
    if (held === undefined || held === 'gone') return 'off-door'
    return held === 'failed' ? 'failed' : 'leaving'
  }
  if (held === 'held') return 'at-door'
  return held === 'failed' ? 'failed' : 'not-yet'
}

/** Doors that should have let a revoked grant go and have not said so. */
export function stillAtDoors(row: GrantRow): string[] {
  return row.doors.filter((door) => reachOf(row, door, true) !== 'off-door')
}
