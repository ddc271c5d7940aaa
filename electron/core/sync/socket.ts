import { io, type Socket } from 'socket.io-client'
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
  // Reconnecting is ours: Socket.IO does not come back from a close by the server, and hides its waits.
  const socket: Socket = io(url, {
    transports: ['websocket'],
    autoConnect: false,
    reconnection: false,
    forceNew: true,
    timeout: delays.connect,
  })
  let opened = false
  socket.on('connect', () => {
    opened = true
    handlers.onOpen()
  })
  const closed = (): void => {
    const was = opened
    opened = false
    handlers.onClose(was)
  }
  socket.on('disconnect', closed)
  socket.on('connect_error', closed)
  for (const event of Object.keys(hubEvents) as HubEvent[]) {
    socket.on(event, (body: unknown) => {
      const checked = parse(hubEvents[event] as z.ZodType, body)
      if (checked.ok) handlers.onEvent({ event, body: checked.value } as ReceivedEvent)
      else log('error', 'hub-event-not-understood', { event, why: checked.error.detail })
    })
  }
  socket.on('unlock', (body: unknown, answer: unknown) => {
    const order = parse(hubVerbs.unlock.in, body)
    const result = order.ok ? handlers.onUnlock(order.value) : Promise.resolve(order)
    void result.then((value) => {
      if (typeof answer === 'function') (answer as (value: unknown) => void)(value)
    })
  })
  return {
    open: () => void socket.connect(),
    drop: () => void socket.disconnect(),
    ask: async (verb, input, timeoutMs) => {
      // Without a connection Socket.IO would keep it and send it later, when nobody waits any more.
      if (!socket.connected) return failure('hub-unreachable')
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
      socket.off()
      socket.disconnect()
    },
  }
}
