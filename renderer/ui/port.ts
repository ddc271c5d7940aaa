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
import { changedView } from '../../shared/contract/view-change.ts'

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

/** A store for the view of one role. `lastView`: what is shown until the process behind the page has said what is. */
export function createPortStore<R extends PortRole>(lastView: PortViews[R] | null = null): PortStore<R> {
  return createStore<PortState<R>>()(() => ({ view: lastView, health: { state: 'up', helpPhone: '' } }))
}

const died: PortResult = { ok: false, error: { code: 'try-again' } }

/**
 * Keeps the store in step with whatever port the bridge hands over, and sends requests over the newest one. What is asked for
 * on a last view, before there is a port, waits for the first one and is sent in order.
 */
export function connectPort<R extends PortRole>(
  _role: R,
  bridge: PageBridge<MessagePort>,
  store: PortStore<R>,
): PortClient<R> {
  const open = new Map<number, (result: PortResult) => void>()
  let port: MessagePort | null = null
  let counter = 0
  /** What waits for the first port; null = there was one, or nothing is shown that could be asked about. */
  let early: PortRequest[] | null = store.getState().view && []
  let isLastView = early !== null

  const abandon = (): void => {
    const waiting = [...open.values()]
    open.clear()
    for (const answer of waiting) answer(died)
  }

  const receive = (message: PortMessage<R>): void => {
    if (message.type === 'view') {
      // The first message on a port carries every slice, so a partial one always has something to merge into.
      store.setState(({ view }) => {
        const slices = isLastView ? keepEqual(view, message.slices) : message.slices
        return { view: changedView<PortViews[R]>(view, { ...message, slices }) }
      })
      isLastView = false
      return
    }
    const answer = open.get(message.n)
    open.delete(message.n)
    answer?.(message.result)
  }

  bridge.onPort((next) => {
    if (port) {
      port.close()
      abandon()
    }
    port = next
    next.addEventListener('message', (event: MessageEvent<PortMessage<R>>) => {
      if (port === next) receive(event.data)
    })
    next.start()
    for (const request of early?.splice(0) ?? []) next.postMessage(request)
    early = null
  })
  bridge.onHealth((health) => {
    const wasUp = store.getState().health.state === 'up'
    store.setState({ health })
    // Said again while it comes back (whom to call has changed): the new port may be here already.
    if (health.state === 'up' || !wasUp) return
    port = null
    early = null
    abandon()
  })

  return {
    request(verb, input) {
      if (!port && !early) return Promise.resolve(died)
      const sent: PortRequest = { n: ++counter, verb, input }
      return new Promise((resolve) => {
        open.set(sent.n, resolve)
        if (port) port.postMessage(sent)
        else early?.push(sent)
      })
    },
  }
}

/** The new slices, the old object for each that says the same: what is shown already is not drawn again. */
function keepEqual<V extends object>(before: V | null, slices: Partial<V>): Partial<V> {
  const kept = { ...slices }
  for (const key of Object.keys(slices) as (keyof V)[]) {
    if (before && JSON.stringify(before[key]) === JSON.stringify(slices[key])) kept[key] = before[key]
  }
  return kept
}
