import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PageBridge } from '../../shared/contract/channels.ts'
import type { FoyerError } from '../../shared/contract/errors.ts'
import type {
  PortInput,
  PortMessage,
  PortRequest,
  PortRole,
  PortVerb,
  PortViews,
} from '../../shared/contract/ipc.ts'

export type Health = Parameters<Parameters<PageBridge<MessagePort>['onHealth']>[0]>[0]
export type PortResult = { ok: true; value: unknown } | { ok: false; error: FoyerError }

/** What a page knows: the last view that was pushed, null before the first one, and how the process behind it is. */
export interface PortState<R extends PortRole> {
  view: PortViews[R] | null
  health: Health
}

export type PortStore<R extends PortRole> = StoreApi<PortState<R>>

export interface PortClient<R extends PortRole> {
  /** Never rejects: a port that dies underneath answers 'try-again'. */
  request<V extends PortVerb<R>>(verb: V, input: PortInput<R, V>): Promise<PortResult>
}

/** A store for the view of one role. */
export function createPortStore<R extends PortRole>(): PortStore<R> {
  return createStore<PortState<R>>()(() => ({ view: null, health: { state: 'up', helpPhone: '' } }))
}

const died: PortResult = { ok: false, error: { code: 'try-again' } }

/** Keeps the store in step with whatever port the bridge hands over, and sends requests over the newest one. */
export function connectPort<R extends PortRole>(
  _role: R,
  bridge: PageBridge<MessagePort>,
  store: PortStore<R>,
): PortClient<R> {
  const open = new Map<number, (result: PortResult) => void>()
  let port: MessagePort | null = null
  let counter = 0

  const abandon = (): void => {
    const waiting = [...open.values()]
    open.clear()
    for (const answer of waiting) answer(died)
  }

  const receive = (message: PortMessage<R>): void => {
    if (message.type === 'view') {
      // The first message on a port carries every slice, so a partial one always has something to merge into.
      store.setState((state) => ({ view: { ...state.view, ...message.slices } as PortViews[R] }))
      return
    }
    const answer = open.get(message.n)
    open.delete(message.n)
    answer?.(message.result)
  }

  bridge.onPort((next) => {
    port?.close()
    abandon()
    port = next
    next.addEventListener('message', (event: MessageEvent<PortMessage<R>>) => {
      if (port === next) receive(event.data)
    })
    next.start()
  })
  bridge.onHealth((health) => {
    const wasUp = store.getState().health.state === 'up'
    store.setState({ health })
    // Said again while it comes back (whom to call has changed): the new port may be here already.
    if (health.state === 'up' || !wasUp) return
    port = null
    abandon()
  })

  return {
    request(verb, input) {
      const sendTo = port
      if (!sendTo) return Promise.resolve(died)
      const n = ++counter
      return new Promise((resolve) => {
        open.set(n, resolve)
        sendTo.postMessage({ n, verb, input } satisfies PortRequest)
      })
    },
  }
}
