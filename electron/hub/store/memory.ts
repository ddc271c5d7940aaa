import type { AccountId } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'

/** What a person's facts are made of: each is read by itself, and again only after it was written (person-facts.ts). */
export type PersonPart =
  | 'account'
  | 'terms'
  | 'memberships'
  | 'subscriptions'
  | 'assignments'
  | 'manualGrants'
  | 'reservations'
  | 'eventPlaces'
  | 'passes'
  | 'bookings'
  | 'dayUses'
  | 'revocations'
  | 'orders'
  | 'requests'

/**
 * What the store keeps in memory of its own tables. Every function that writes a table of which something is kept says so
 * itself, in the same breath: whoever writes elsewhere cannot forget it.
 */
export interface Memory {
  /** That part of the person's facts was written. No account: the write found nobody. */
  wrote(account: AccountId | undefined, part: PersonPart): void
  /** Something was written that many people's facts are made of, or undone: nothing that is kept is good any more. */
  forgetAll(): void
  /** To be called at the beginning of a transaction: forgets all when another connection has written to the file. */
  lookOutside(): void
  readonly people: Map<AccountId, KnownPerson>
  /** For whatever else is kept. */
  onForget(forget: () => void): void
}

export interface KnownPerson {
  /** Which location and first day the parts were read for. */
  of: string
  parts: Partial<Record<PersonPart, unknown>>
}

/** People of whom facts are kept; some 5 kB each. Who was not looked at for longest goes first. */
const peopleKept = 2000

export function createMemory(db: Sqlite): Memory {
  const version = db.prepare<[], number>('PRAGMA data_version').pluck()
  const people = new Map<AccountId, KnownPerson>()
  const forgets: (() => void)[] = []
  let seen = version.get()
  const memory: Memory = {
    people,
    wrote(account, part) {
      const known = account === undefined ? undefined : people.get(account)
      if (known) delete known.parts[part]
    },
    forgetAll() {
      people.clear()
      for (const forget of forgets) forget()
    },
    lookOutside() {
      const now = version.get()
      if (now === seen) return
      seen = now
      memory.forgetAll()
    },
    onForget: (forget) => void forgets.push(forget),
  }
  return memory
}

/** What is kept of a person for a location and day; empty when nothing is. */
export function knownOf({ people }: Memory, account: AccountId, of: string): KnownPerson {
  const known = people.get(account)
  people.delete(account)
  const entry = known?.of === of ? known : { of, parts: {} }
  people.set(account, entry)
  const oldest = people.size > peopleKept ? people.keys().next().value : undefined
  if (oldest !== undefined) people.delete(oldest)
  return entry
}
