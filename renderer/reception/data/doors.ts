import type { ActivityRow } from './rows.ts'

/** A clock that is this far off makes grants begin and end at the wrong time. */
export const clockOffFrom = 5000

/** Seconds that a clock is off, ahead positive; null when it is right or unknown. */
export function clockOff(skewMs: number | null): number | null {
  if (skewMs === null || Math.abs(skewMs) < clockOffFrom) return null
  return Math.round(skewMs / 1000)
}

/** The last event of each door by its name, as activity names it; `newest` has the newest first. */
export function lastDoorEvents(newest: readonly ActivityRow[]): Map<string, ActivityRow> {
  const last = new Map<string, ActivityRow>()
  for (const row of newest) {
    if (row.what.startsWith('door-') && row.subject && !last.has(row.subject)) last.set(row.subject, row)
  }
  return last
}
