import type { ReceptionData } from '../../../shared/contract/reception-view.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { PresenceRow } from './rows.ts'
import { matches } from './search.ts'

/** Who is in the house: booked and not yet over (R8.1), by name. */
export function hereNow(rows: readonly PresenceRow[], now: Instant, words: readonly string[]): PresenceRow[] {
  return rows
    .filter((row) => row.from <= now && now < row.until)
    .filter((row) => matches(words, row.name, row.email, row.desk))
    .toSorted(byName)
}

/** By name as people read it; those without one by email; ids break ties. */
export function byName(
  a: { name: string; email: string; id: string },
  b: { name: string; email: string; id: string },
): number {
  return collator.compare(a.name || a.email, b.name || b.email) || (a.id < b.id ? -1 : 1)
}

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true })

export interface Known {
  account: string
  name: string
  email: string
}

/** Everybody in the rows, once, by name: suggested while an email is typed. */
export function peopleOf(data: ReceptionData): Known[] {
  const people = new Map<string, Known>()
  const { presence, grant, subscription, invitation, reservation, request, order } = data
  for (const rows of [presence, grant, subscription, invitation, reservation, request, order]) {
    for (const { account, name, email } of rows) {
      if (!people.get(account)?.name) people.set(account, { account, name, email })
    }
  }
  return [...people.values()].toSorted((a, b) => byName({ ...a, id: a.account }, { ...b, id: b.account }))
}

/** One or two letters for a person: first and last word of the name, else of the email; '' when nothing is known. */
export function initials(name: string, email = ''): string {
  const words = (name.trim() || email.split('@')[0] || '').split(/[\s._-]+/).filter(Boolean)
  const first = words.at(0)
  const last = words.length > 1 ? words.at(-1) : undefined
  return [first, last].map((word) => (word ? letter(word) : '')).join('')
}

function letter(word: string): string {
  const [first = ''] = word
  return first.toLocaleUpperCase()
}
