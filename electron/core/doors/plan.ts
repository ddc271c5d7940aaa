import type { GrantId } from '../../../shared/domain/ids.ts'
import type { HeldGrant, WantedGrant } from './driver.ts'

export type Step = { do: 'revoke'; grant: GrantId } | { do: 'grant'; wanted: WantedGrant; isNew: boolean }

/**
 * What turns `held` into `wanted`: revokes first (I6), then changes, since one may shorten what is held, then new ones,
 * those that begin soonest first. Pure.
 */
export function planSteps(
  wanted: ReadonlyMap<GrantId, WantedGrant>,
  held: ReadonlyMap<GrantId, HeldGrant>,
): Step[] {
  const revokes: Step[] = []
  for (const grant of held.keys()) if (!wanted.has(grant)) revokes.push({ do: 'revoke', grant })
  const changes: Step[] = []
  const additions: WantedGrant[] = []
  for (const [grant, one] of wanted) {
    const there = held.get(grant)
    if (!there) additions.push(one)
    else if (!sameGrant(one, there)) changes.push({ do: 'grant', wanted: one, isNew: false })
  }
  additions.sort((a, b) => a.from - b.from)
  const puts = additions.map((one): Step => ({ do: 'grant', wanted: one, isNew: true }))
  return [...revokes, ...changes, ...puts]
}

export function sameGrant(a: WantedGrant, b: HeldGrant): boolean {
  return a.credential === b.credential && a.from === b.from && a.until === b.until
}
