import type { FoyerError } from '../../../shared/contract/errors.ts'
import { failure } from '../../../shared/contract/errors.ts'
import type { Link as LinkView } from '../../../shared/contract/link.ts'
import {
  type DeviceVerb,
  type DeviceVerbIn,
  type DeviceVerbOut,
  type HubEventBody,
  proofText,
} from '../../../shared/contract/socket.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { Log } from '../../lib/log.ts'
import { backoff } from '../../lib/retry.ts'
import { chance, type System } from '../../lib/system.ts'
import { type Signal, signal } from '../signal.ts'
import type { IdentityFile } from '../store/identity.ts'
import { delays } from './delays.ts'
import { type LinkEvent, type LinkState, linkView, nextLinkState } from './link-state.ts'
import { openSocket, type ReceivedEvent, type UnlockHandler } from './socket.ts'

export interface LinkDeps {
  url: string
  identity: IdentityFile
  /** A pairing code given at start; used if this device has no identity that the hub knows. */
  pair: string | null
  deviceName: string
  version: string
  system: System
  log: Log
  onUnlock: UnlockHandler
  /** Proved at this hub; `passKey` verifies its passes. */
  onProved(hub: string, passKey: string): void
  /** Cut off by the hub: wipe whatever else there is (R10.2). The identity is gone already. */
  onRevoked(): void
}

export interface Link {
  state(): LinkState
  view(): LinkView
  /** Whether this device has an identity that, as far as it knows, its hub accepts. */
  paired(): boolean
  /** A code was given at start and has not been answered yet. */
  pairingAlone(): boolean
  /** Why it is not paired, to be read on the pairing screen. */
  pairingError(): FoyerError | null
  changed: Signal<void>
  events: Signal<Exclude<ReceivedEvent, { event: 'challenge' | 'revoked' }>>
  /** 'hub-unreachable' at once when not online. */
  ask<V extends DeviceVerb>(
    verb: V,
    input: DeviceVerbIn<V>,
    timeoutMs?: number,
  ): Promise<Result<DeviceVerbOut<V>, FoyerError>>
  /** Pairs with a typed code (R10.2). Errors: 'pairing-code-invalid', 'rate-limited', 'hub-unreachable'. */
  pair(code: string): Promise<Result<null, FoyerError>>
  /** The line is dead though the socket does not know it: start again. */
  drop(): void
  start(): void
  close(): void
}

interface PairAttempt {
  code: string
  /** null for the code given at start: nobody waits, it is tried until the hub says something. */
  answer: ((result: Result<null, FoyerError>) => void) | null
}

/** Opens and reopens the connection to the hub, pairs or proves this device, and says how it stands. */
export function createLink(deps: LinkDeps): Link {
  const { identity, system, log } = deps
  const changed = signal<void>()
  const events: Link['events'] = signal()
  let state: LinkState = { name: 'idle' }
  let attempt: PairAttempt | null = deps.pair === null ? null : { code: deps.pair, answer: null }
  let refusal: FoyerError | null = null
  let cancelTimer = (): void => {}

  const move = (event: LinkEvent): void => {
    const before = state
    state = nextLinkState(state, event)
    if (state === before) return
    if (state.name !== before.name) log('info', 'link', { state: state.name })
    cancelTimer()
    cancelTimer = timerFor(state)
    changed.emit()
  }

  const timerFor = (now: LinkState): (() => void) => {
    if (now.name === 'waiting')
      return system.after(backoff(delays.reconnect, now.failed, chance(system)), connect)
    // A hub that accepts the connection and says nothing.
    if (now.name === 'greeting' && now.hub === null) return system.after(delays.connect, () => socket.drop())
    return () => {}
  }

  const connect = (): void => {
    move({ type: 'connect' })
    if (state.name === 'connecting') socket.open()
  }

  const challenged = async ({ hub, nonce, passKey }: HubEventBody<'challenge'>): Promise<void> => {
    const known = identity.get()
    const next = known && !(refusal && attempt) ? 'prove' : attempt ? 'pair' : 'nothing'
    move({ type: 'challenged', hub, next })
    if (next === 'nothing') return socket.drop()
    if (next === 'pair' && !(await pairNow(hub))) return
    const me = identity.get()
    if (!me) return
    const answer = await socket.ask(
      'prove',
      {
        device: me.device,
        signature: identity.key().sign(proofText(hub, me.device, nonce)),
        version: deps.version,
        now: system.now(),
      },
      delays.ask,
    )
    if (answer.ok) {
      refusal = null
      identity.set({ device: me.device, hub, roles: answer.value.roles })
      deps.onProved(hub, passKey)
      move({ type: 'proved' })
    } else rejected(answer.error)
  }

  const pairNow = async (hub: string): Promise<boolean> => {
    const trying = attempt
    if (!trying) return false
    const input = { code: trying.code, name: deps.deviceName, publicKey: identity.key().publicKey }
    const answer = await socket.ask('pair', input, delays.ask)
    if (!answer.ok && answer.error.code === 'hub-unreachable' && !trying.answer) {
      socket.drop()
      return false
    }
    attempt = null
    if (answer.ok) {
      refusal = null
      identity.set({ device: answer.value.device, hub, roles: answer.value.roles })
      log('info', 'paired', { device: answer.value.device })
      move({ type: 'paired' })
    } else {
      refusal = answer.error
      move({ type: 'rejected', error: answer.error })
      socket.drop()
    }
    trying.answer?.(answer.ok ? ok(null) : answer)
    return answer.ok
  }

  const rejected = (error: FoyerError): void => {
    log('warn', 'proof-rejected', { code: error.code })
    if (error.code === 'device-revoked') return wipe()
    if (error.code === 'not-paired' || error.code === 'proof-invalid') {
      refusal = error
      move({ type: 'rejected', error })
    }
    socket.drop()
    // The files stay: a code pairs it anew, and a hub that comes back from its backup may know it after all.
    if (state.name === 'rejected' && attempt) connect()
  }

  const wipe = (): void => {
    // Said twice by the hub: as an event and as the answer to the proof.
    if (!identity.get()) return
    log('warn', 'revoked')
    identity.wipe()
    refusal = { code: 'device-revoked' }
    move({ type: 'wiped' })
    socket.drop()
    deps.onRevoked()
    changed.emit()
  }

  const socket = openSocket(
    deps.url,
    {
      onOpen: () => move({ type: 'opened' }),
      onClose: () => {
        if (state.name !== 'waiting')
          move({ type: 'lost', again: identity.get() !== null || attempt !== null })
      },
      onEvent: (received) => {
        if (received.event === 'challenge')
          challenged(received.body).catch((error: unknown) => {
            // A full disk, say: it is tried again.
            log('error', 'greeting-failed', { why: (error as Error).message })
            socket.drop()
          })
        else if (received.event === 'revoked') wipe()
        else events.emit(received)
      },
      onUnlock: deps.onUnlock,
    },
    log,
  )

  return {
    state: () => state,
    view: () => linkView(state),
    paired: () => identity.get() !== null && refusal === null,
    pairingAlone: () => attempt !== null && attempt.answer === null,
    pairingError: () => refusal,
    changed,
    events,
    ask: (verb, input, timeoutMs = delays.ask) =>
      state.name === 'online'
        ? socket.ask(verb, input, timeoutMs)
        : Promise.resolve(failure('hub-unreachable')),
    pair: (code) =>
      new Promise((resolve) => {
        attempt?.answer?.(failure('try-again'))
        const trying: PairAttempt = { code, answer: resolve }
        attempt = trying
        if (identity.get()) refusal ??= { code: 'not-paired' }
        system.after(delays.call, () => {
          if (attempt !== trying) return
          attempt = null
          resolve(failure('hub-unreachable'))
        })
        if (state.name === 'idle' || state.name === 'rejected' || state.name === 'waiting') connect()
      }),
    drop: () => socket.drop(),
    start: () => {
      if (identity.get() || attempt) connect()
    },
    close: () => {
      move({ type: 'close' })
      cancelTimer()
      socket.close()
    },
  }
}
