import { createContext, type EngineDeps } from '../pipeline/context.ts'
import { continueWalk, openWalks, type Step, type WalkName } from '../pipeline/walks.ts'
import type { Writer } from '../pipeline/writer.ts'
import { allGrants, grantsOver } from '../projections/grants.ts'
import { runningPlans } from '../projections/plans.ts'
import { desksOfDay, reservationsOfDay, rowsThatAreOver, sessionsOfDay } from './new-day.ts'
import { beginningPlans, endedPlans } from './plans.ts'
import { pruneHub, trimLists } from './prune.ts'

const steps: Record<WalkName, Step> = {
  grants: allGrants,
  'grants-over': grantsOver,
  subscriptions: runningPlans,
  'plans-begin': beginningPlans,
  'plans-ended': endedPlans,
  'day-desks': desksOfDay,
  'day-reservations': reservationsOfDay,
  'day-rows': rowsThatAreOver,
  'day-sessions': sessionsOfDay,
  'prune-lists': trimLists,
  'prune-hub': pruneHub,
}

/**
 * Brings walks to their end, also those that a crash left: a job for each piece, so that whoever sends a command meanwhile
 * waits for one piece and not for all of them.
 */
export function startWalking(deps: EngineDeps, writer: Writer): { stop(): void } {
  let isStopped = false
  let isWalking = false

  const walkAll = async (): Promise<void> => {
    while (!isStopped) {
      const open = openWalks(deps.store)
      if (open.length === 0) return
      for (const { name, location } of open) {
        if (isStopped) return
        await writer.submit((changeSet) =>
          continueWalk(
            createContext(deps, changeSet, { now: deps.system.now(), location }),
            name,
            steps[name],
          ),
        )
      }
    }
  }
  const walk = (): void => {
    if (isWalking || isStopped) return
    isWalking = true
    walkAll()
      // Tried again with the next sweep: at once it would fail again, and again.
      .catch((error: unknown) => deps.log('error', 'walk-failed', { why: (error as Error).message }))
      .finally(() => {
        isWalking = false
      })
  }
  // After the commit of the job that left a walk unfinished.
  deps.walks.isServing = true
  deps.walks.wake = () => void setImmediate(walk)
  walk()
  return { stop: () => void (isStopped = true) }
}
