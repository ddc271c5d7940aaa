import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PageBridge } from '../../../shared/contract/channels.ts'
import type { OutcomeOf, PayloadOf } from '../../../shared/contract/commands.ts'
import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { StaffCommand, StaffCommandType } from '../../../shared/contract/ipc.ts'
import type { ReceptionView } from '../../../shared/contract/reception-view.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { Result } from '../../../shared/domain/result.ts'
import { now } from '../../ui/clock.ts'
import { connectPort, createPortStore, type Health, type PortClient } from '../../ui/port.ts'
import type { InviteDraft } from '../data/invite.ts'
import { shareData } from '../data/share.ts'

/** What the side panel shows: one thing at a time, beside the lists and never over them. */
export type Panel =
  | { kind: 'person'; account: string }
  | { kind: 'question'; request: string }
  | { kind: 'invite' }
  | { kind: 'code' }

/** What was begun and not sent: closing a panel by mistake costs nobody a text. */
interface Drafts {
  invite: InviteDraft | null
  /** By question. */
  answers: Readonly<Record<string, string>>
}

const noDrafts: Drafts = { invite: null, answers: {} }

export interface ConsoleState {
  view: ReceptionView | null
  health: Health
  /** The time that lists are judged by: moves with every push and every two seconds. */
  now: Instant
  /** Since when the hub does not answer, to say how old the data is; null while it does. */
  awaySince: Instant | null
  query: string
  panel: Panel | null
  drafts: Drafts
}

export interface Console {
  store: StoreApi<ConsoleState>
  request: PortClient<'reception'>['request']
  /**
   * Sends a staff command in the name of whoever is signed in (R8.2). Never rejects. Errors: the command's own;
   * 'session-invalid' when the console was locked meanwhile, 'hub-unreachable', 'try-again'.
   */
  ask<T extends StaffCommandType>(type: T, payload: PayloadOf<T>): Promise<Result<OutcomeOf<T>, FoyerError>>
  /** Opens the side panel in place of whatever it shows; null closes it. */
  showPanel(panel: Panel | null): void
}

/** The console's state in the page: the pushed view with unchanged rows kept, and the little that only the page knows. */
export function createConsole(bridge: PageBridge<MessagePort>): Console {
  const port = createPortStore<'reception'>()
  const store = createStore<ConsoleState>()(() => ({
    ...port.getState(),
    now: now(),
    awaySince: null,
    query: '',
    panel: null,
    drafts: noDrafts,
  }))
  port.subscribe(({ view, health }) =>
    store.setState((before) => ({ health, ...follow(before, view, now()) })),
  )
  setInterval(() => store.setState({ now: now() }), 2000)
  const { request } = connectPort('reception', bridge, port)
  return {
    store,
    request,
    // The core has checked the outcome against the command's own schema (electron/core/sync/calls.ts).
    ask: <T extends StaffCommandType>(type: T, payload: PayloadOf<T>) =>
      request('command', { type, payload } as StaffCommand) as Promise<Result<OutcomeOf<T>, FoyerError>>,
    showPanel: (panel) => store.setState({ panel }),
  }
}

/** The account whose panel is open; null = none. */
export function personInPanel({ panel }: ConsoleState): string | null {
  return panel?.kind === 'person' ? panel.account : null
}

/** What a new view changes. A locked console forgets what was searched, looked at and begun (R8.5). */
export function follow(before: ConsoleState, view: ReceptionView | null, at: Instant): Partial<ConsoleState> {
  if (!view || view === before.view) return {}
  const data = view.data && shareData(before.view?.data ?? null, view.data)
  return {
    view: { ...view, data },
    now: at,
    awaySince: view.link === 'online' ? null : (before.awaySince ?? at),
    ...(view.lock.state !== 'open' && { query: '', panel: null, drafts: noDrafts }),
  }
}
