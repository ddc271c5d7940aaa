import type { FoyerError } from '../../../shared/contract/errors.ts'
import { failure } from '../../../shared/contract/errors.ts'
import type { ScopeName } from '../../../shared/contract/rows.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { Log } from '../../lib/log.ts'
import type { System } from '../../lib/system.ts'
import type { Link } from './link.ts'
import { createReplica, type Replica, type ReplicaStorage } from './replica.ts'

/** Rows asked for at once: some 3 ms of the hub's time. */
const pageSize = 1000

export interface Subscription {
  /** Subscribes and catches up; again by itself whenever the link is back. Errors: 'session-invalid', 'hub-unreachable'. */
  start(): Promise<Result<null, FoyerError>>
  stop(): void
}

interface SubscriptionDeps {
  link: Link
  scopes: Partial<Record<ScopeName, ReplicaStorage>>
  /** Token of a staff session; `reception` needs it. */
  staff?: string
  /** The hub no longer accepts the staff session. */
  onRefused?(error: FoyerError): void
  system: System
  log: Log
}

/** Follows scopes over the link for as long as it is started. */
export function createSubscription({
  link,
  scopes,
  staff,
  onRefused,
  system,
  log,
}: SubscriptionDeps): Subscription {
  const names = Object.keys(scopes) as ScopeName[]
  const withStaff = staff === undefined ? {} : { staff }
  const replicas = new Map<ScopeName, Replica>()
  for (const scope of names) {
    const storage = scopes[scope]
    if (!storage) continue
    const since = (cursor: number) => link.ask('since', { scope, cursor, limit: pageSize, ...withStaff })
    replicas.set(scope, createReplica({ scope, storage, since, system, log }))
  }
  let running = false
  /** The hub that is subscribed at on this connection. */
  let subscribed = false
  let stops: (() => void)[] = []

  const subscribe = async (): Promise<Result<null, FoyerError>> => {
    const state = link.state()
    if (state.name !== 'online') return failure('hub-unreachable')
    subscribed = true
    const answer = await link.ask('subscribe', { scopes: names, ...withStaff })
    if (!running) return ok(null)
    if (!answer.ok) {
      log('warn', 'subscribe-failed', { scopes: names, code: answer.error.code })
      subscribed = false
      if (answer.error.code === 'hub-unreachable') system.after(1000, onLink)
      else onRefused?.(answer.error)
      return answer
    }
    for (const [scope, replica] of replicas) replica.follow(state.hub, answer.value.heads[scope] ?? 0)
    return ok(null)
  }

  const onLink = (): void => {
    if (!running) return
    if (link.state().name === 'online') {
      if (!subscribed) void subscribe()
      return
    }
    subscribed = false
    for (const replica of replicas.values()) replica.pause()
  }

  return {
    start: () => {
      running = true
      stops = [
        link.changed.on(onLink),
        link.events.on(({ event, body }) => {
          if (event !== 'changes') return
          // Often in one packet with an answer that somebody waits for: that one first, then the disk.
          setImmediate(() => {
            if (subscribed) replicas.get(body.scope)?.changes(body)
          })
        }),
      ]
      return subscribe()
    },
    stop: () => {
      running = false
      for (const stop of stops) stop()
      for (const replica of replicas.values()) replica.pause()
      if (subscribed) void link.ask('unsubscribe', { scopes: names })
      subscribed = false
    },
  }
}
