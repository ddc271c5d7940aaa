import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PageBridge } from '../../shared/contract/channels.ts'
import type { ReceptionView } from '../../shared/contract/view.ts'
import type { Instant } from '../../shared/domain/ids.ts'
import { now } from '../ui/clock.ts'
import { connectPort, createPortStore, type Health, type PortClient } from '../ui/port.ts'
import { shareData } from './data/share.ts'

export interface DeskState {
  view: ReceptionView | null
  health: Health
  /** The time that lists are judged by: moves with every push and every two seconds. */
  now: Instant
  /** Since when the hub does not answer, to say how old the data is; null while it does. */
  awaySince: Instant | null
  query: string
  /** The account whose panel is open. */
  person: string | null
}

export interface Desk {
  store: StoreApi<DeskState>
  request: PortClient<'reception'>['request']
}

/** The console's state: the pushed view with unchanged rows kept, and the little that only the page knows. */
export function createDesk(bridge: PageBridge<MessagePort>): Desk {
  const port = createPortStore<'reception'>()
  const store = createStore<DeskState>()(() => ({
    ...port.getState(),
    now: now(),
    awaySince: null,
    query: '',
    person: null,
  }))
  port.subscribe(({ view, health }) =>
    store.setState((before) => ({ health, ...follow(before, view, now()) })),
  )
  setInterval(() => store.setState({ now: now() }), 2000)
  const client = connectPort('reception', bridge, port)
  return { store, request: (verb, input) => client.request(verb, input) }
}

/** What a new view changes. A locked console forgets what was searched and who was looked at. */
export function follow(before: DeskState, view: ReceptionView | null, at: Instant): Partial<DeskState> {
  if (!view || view === before.view) return {}
  const data = view.data && shareData(before.view?.data ?? null, view.data)
  return {
    view: { ...view, data },
    now: at,
    awaySince: view.link === 'online' ? null : (before.awaySince ?? at),
    ...(view.lock.state !== 'open' && { query: '', person: null }),
  }
}
