import type { Socket } from 'socket.io-client'
import type { z } from 'zod'
import { type FoyerError, failure } from '../../../shared/contract/errors.ts'
import {
  answerSchema,
  type DeviceVerb,
  type DeviceVerbIn,
  type DeviceVerbOut,
  type HubEvent,
  type HubEventBody,
  type HubVerbIn,
  type HubVerbOut,
  hubEvents,
  hubVerbs,
} from '../../../shared/contract/socket.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { Log } from '../../lib/log.ts'
import { parse } from '../../lib/parse.ts'
import { delays } from './delays.ts'

export type ReceivedEvent = { [E in HubEvent]: { event: E; body: HubEventBody<E> } }[HubEvent]
export type UnlockHandler = (order: HubVerbIn<'unlock'>) => Promise<Result<HubVerbOut<'unlock'>, FoyerError>>

export interface SocketHandlers {
  onOpen(): void
  /** Closed, or an attempt to open it failed. The owner decides when to try again. */
  onClose(opened: boolean): void
  onEvent(received: ReceivedEvent): void
  onUnlock: UnlockHandler
}

/** One typed Socket.IO connection. What comes in is checked; what does not fit the contract is logged and dropped. */
export interface HubSocket {
  open(): void
  /** Ends the connection, if there is one, and `onClose` follows. */
  drop(): void
  /** Never rejects: no answer within `timeoutMs` (or no connection) is 'hub-unreachable'. */
  ask<V extends DeviceVerb>(
    verb: V,
    input: DeviceVerbIn<V>,
    timeoutMs: number,
  ): Promise<Result<DeviceVerbOut<V>, FoyerError>>
  /** No more callbacks after this. */
  close(): void
}

export function openSocket(url: string, handlers: SocketHandlers, log: Log): HubSocket {
  let socket: Socket | null = null
  /** `open` was asked for, and the library is still being loaded. */
  let loading = false
  let opened = false
  const closed = (): void => {
    const was = opened
    opened = false
    handlers.onClose(was)
  }

  const connect = async (): Promise<void> => {
    // Loaded with the first connection: with what it needs of Node it takes longer than the rest of the core together,
    // and the first screen needs none of it.
    const { io } = await import('socket.io-client')
    if (!loading) return
    loading = false
    // Reconnecting is ours: Socket.IO does not come back from a close by the server, and hides its waits.
    socket ??= listening(
      io(url, {
        transports: ['websocket'],
        autoConnect: false,
        reconnection: false,
        forceNew: true,
        timeout: delays.connect,
      }),
    )
    socket.connect()
  }

  const listening = (fresh: Socket): Socket => {
    fresh.on('connect', () => {
      opened = true
      handlers.onOpen()
    })
    fresh.on('disconnect', closed)
    fresh.on('connect_error', closed)
    for (const event of Object.keys(hubEvents) as HubEvent[]) {
      fresh.on(event, (body: unknown) => {
        const checked = parse(hubEvents[event] as z.ZodType, body)
        if (checked.ok) handlers.onEvent({ event, body: checked.value } as ReceivedEvent)
        else log('error', 'hub-event-not-understood', { event, why: checked.error.detail })
      })
    }
    fresh.on('unlock', (body: unknown, answer: unknown) => {
      const order = parse(hubVerbs.unlock.in, body)
      const result = order.ok ? handlers.onUnlock(order.value) : Promise.resolve(order)
      void result.then((value) => {
        if (typeof answer === 'function') (answer as (value: unknown) => void)(value)
      })
    })
    return fresh
  }

  return {
    open: () => {
      loading = true
      void connect()
    },
    drop: () => {
      if (!loading) return void socket?.disconnect()
      loading = false
      queueMicrotask(closed)
    },
    ask: async (verb, input, timeoutMs) => {
      // Without a connection Socket.IO would keep it and send it later, when nobody waits any more.
      if (!socket?.connected) return failure('hub-unreachable')
      const answer: unknown = await socket
        .timeout(timeoutMs)
        .emitWithAck(verb, input)
        .catch(() => failure('hub-unreachable'))
      const checked = parse(answerSchema(verb), answer)
      if (checked.ok) return checked.value as Result<DeviceVerbOut<typeof verb>, FoyerError>
      log('error', 'hub-answer-not-understood', { verb, why: checked.error.detail })
      return failure('internal', undefined, checked.error.detail)
    },
    close: () => {
      loading = false
      socket?.off()
      socket?.disconnect()
    },
  }
}
