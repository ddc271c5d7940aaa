import { heldAtOnce } from '../../../shared/contract/socket.ts'
import type { GrantId } from '../../../shared/domain/ids.ts'
import type { DoorReport } from '../doors/door-link.ts'

/**
 * What the hub has not been told yet of the grants at the doors. It remembers what it was told, so a report carries only
 * what changed since, and no more than the contract takes at once.
 */
export interface HeldNews {
  /** The same doors, with what is new of their grants; `more`: there is more than went in. */
  of(doors: readonly DoorReport[]): { doors: DoorReport[]; more: boolean }
  /** The hub has taken this. */
  told(doors: readonly DoorReport[]): void
  /** Perhaps another hub, or one from a backup: it is told everything again. */
  forget(): void
}

type State = DoorReport['held'][number]['state']

export function createHeldNews(): HeldNews {
  const known = new Map<string, Map<GrantId, State>>()

  /** What is no longer reported is no longer known, or it would pile up. */
  const prune = (doors: readonly DoorReport[]): void => {
    const held = new Map(doors.map((door) => [door.id, new Set(door.held.map(({ grant }) => grant))]))
    for (const [door, grants] of known) {
      const left = held.get(door)
      if (!left) known.delete(door)
      else for (const grant of grants.keys()) if (!left.has(grant)) grants.delete(grant)
    }
  }

  return {
    of(doors) {
      prune(doors)
      let room = heldAtOnce
      let more = false
      const news = doors.map((door) => {
        const told = known.get(door.id)
        const fresh = door.held.filter(({ grant, state }) => told?.get(grant) !== state)
        const held = fresh.slice(0, room)
        room -= held.length
        more ||= held.length < fresh.length
        return { ...door, held }
      })
      return { doors: news, more }
    },
    told(doors) {
      for (const { id, held } of doors) {
        const grants = known.get(id) ?? new Map<GrantId, State>()
        for (const { grant, state } of held) grants.set(grant, state)
        known.set(id, grants)
      }
    },
    forget: () => known.clear(),
  }
}
