import type { ActivityRow } from './rows.ts'
import { matches } from './search.ts'

/** What happened, newest first; ids break ties. */
export function newestActivity(rows: readonly ActivityRow[], words: readonly string[]): ActivityRow[] {
  return rows
    .filter((row) => matches(words, row.who, row.subject, row.detail))
    .toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
}

export type Tone = 'good' | 'quiet' | 'wait' | 'bad'

/** The tone of an entry. Its sentence says what happened; the colour only helps to find it. */
export function toneOf(what: ActivityRow['what']): Tone {
  switch (what) {
    case 'door-forced':
    case 'door-tamper':
    case 'locked-out':
    case 'mail-refused':
    case 'door-open-failed':
      return 'bad'
    case 'door-refused':
    case 'door-denied':
    case 'door-held':
    case 'door-open-unknown':
    case 'door-event-gap':
    case 'conflict':
    case 'grant-revoked':
    case 'staff-pin-wrong':
    case 'command-refused':
    case 'kiosk-revoked':
    case 'asked':
      return 'wait'
    case 'checked-in':
    case 'welcome-back':
    case 'door-opened':
    case 'order-paid':
    case 'activated':
    case 'plan-started':
      return 'good'
    default:
      return 'quiet'
  }
}

/** The last event of each door by its name, as activity names it; `newest` has the newest first. */
export function lastDoorEvents(newest: readonly ActivityRow[]): Map<string, ActivityRow> {
  const last = new Map<string, ActivityRow>()
  for (const row of newest) {
    if (row.what.startsWith('door-') && row.subject && !last.has(row.subject)) last.set(row.subject, row)
  }
  return last
}

/** How many rows stand above the one that was the newest when the top was last looked at. */
export function countNewer(rows: readonly { id: string }[], seen: string | undefined): number {
  if (seen === undefined) return 0
  return Math.max(
    0,
    rows.findIndex((row) => row.id === seen),
  )
}
