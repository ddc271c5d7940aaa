import type { GrantId, Instant } from '../../../shared/domain/ids.ts'
import type { HeldGrant, WantedGrant } from './driver.ts'
import { sameGrant } from './plan.ts'

export interface GrantReport {
  grant: GrantId
  /** 'gone': the door does not hold it and need not. 'failed': the controller refuses; it is tried again. */
  state: 'held' | 'pending' | 'gone' | 'failed'
  /** Since when. */
  at: Instant
}

export interface Sight {
  now: Instant
  rows: ReadonlySet<GrantId>
  wanted: ReadonlyMap<GrantId, WantedGrant>
  /** What the controller held when last seen; null = never seen. */
  held: ReadonlyMap<GrantId, HeldGrant> | null
  refused: ReadonlySet<GrantId>
}

export interface GrantStates {
  look(sight: Sight): void
  all(): GrantReport[]
  /** How many grants should have gone and have not for longer than the alarm allows. */
  overdue(now: Instant): number
}

/** What became of each grant at one door (R6.3), and since when. */
export function createGrantStates(limits: { revokeAlarm: number; goneShown: number }): GrantStates {
  const states = new Map<GrantId, GrantReport>()
  const overSince = new Map<GrantId, Instant>()

  const judge = (grant: GrantId, { wanted, held, refused }: Sight): GrantReport['state'] => {
    const should = wanted.get(grant)
    const is = held?.get(grant)
    if (should && is && sameGrant(should, is)) return 'held'
    if (!should && held && !is) return 'gone'
    return refused.has(grant) ? 'failed' : 'pending'
  }

  return {
    look(sight) {
      const { now, rows, wanted, held } = sight
      for (const grant of new Set([...rows, ...(held?.keys() ?? []), ...states.keys()])) {
        const before = states.get(grant)
        const state = judge(grant, sight)
        // Until the controller was seen, what was reported before still stands.
        if (!held) continue
        if (before?.state !== state) states.set(grant, { grant, state, at: now })
        else if (state === 'gone' && !rows.has(grant) && now - before.at > limits.goneShown)
          states.delete(grant)
        if (wanted.has(grant) || state === 'gone') overSince.delete(grant)
        else if (held && !overSince.has(grant)) overSince.set(grant, now)
      }
    },
    all: () => [...states.values()],
    overdue: (now) => [...overSince.values()].filter((since) => now - since > limits.revokeAlarm).length,
  }
}
