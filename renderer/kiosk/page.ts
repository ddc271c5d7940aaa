import { createContext, useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { createStore, type StoreApi, useStore } from 'zustand'
import type { Language } from '../../shared/contract/basics.ts'
import type { FoyerError } from '../../shared/contract/errors.ts'
import type { PortInput, PortVerb } from '../../shared/contract/ipc.ts'
import type { KioskView, Screen } from '../../shared/contract/kiosk-view.ts'
import type { BrowseKind } from '../../shared/contract/lists.ts'
import type { Instant, Zone } from '../../shared/domain/ids.ts'
import { errorText } from '../i18n/errors.ts'
import { now } from '../ui/clock.ts'
import type { PortClient, PortState, PortStore } from '../ui/port.ts'

type Verb = PortVerb<'kiosk'>
export type Send = <V extends Verb>(verb: V, input: PortInput<'kiosk', V>) => void

/** What the page itself knows; everything else comes with the view. */
interface PageState {
  /** Everything stands lower, within reach from a wheelchair. Ends with the person's visit. */
  reachabilityMode: boolean
  /** An intent that did not get through, said until the next one. */
  failed: FoyerError | null
  /** When the core last heard of a touch: what the forgetting bar counts from. */
  touchedAt: Instant
  /** What was searched for, and how far down each tab was: kept while items are looked at, gone on the home screen. */
  browse: BrowseMemory
}

export interface BrowseMemory {
  query: string
  tops: Partial<Record<BrowseKind, number>>
}

const nothingBrowsed: BrowseMemory = { query: '', tops: {} }

export interface Page {
  store: PortStore<'kiosk'>
  own: StoreApi<PageState>
  send: Send
}

/** How long a second tap on the same thing is taken for the first one. */
const sameTapMs = 600

export function createPage(store: PortStore<'kiosk'>, client: PortClient<'kiosk'>): Page {
  const own = createStore<PageState>()(() => ({
    reachabilityMode: false,
    failed: null,
    touchedAt: now(),
    browse: nothingBrowsed,
  }))
  let last: { tap: string; at: Instant; screen: unknown } | null = null
  const send: Send = (verb, input) => {
    const tap = `${verb} ${JSON.stringify(input)}`
    const at = now()
    const { screen } = store.getState().view ?? {}
    // Once the screen has answered, the same tap is meant: a code typed again, a button pressed after going back.
    if (last?.tap === tap && last.screen === screen && at - last.at < sameTapMs) return
    if (verb !== 'touch') last = { tap, at, screen }
    if (verb === 'touch') own.setState({ touchedAt: at })
    else own.setState({ failed: null })
    void client.request(verb, input).then((result) => {
      if (!result.ok && verb !== 'touch') own.setState({ failed: result.error })
    })
  }
  return { store, own, send }
}

/**
 * The next person finds everything at its usual height, and nothing searched for: after a log-out, and after the screen has
 * forgotten.
 */
export function raiseAfterVisit({ store, own }: Page): void {
  store.subscribe(({ view }, { view: before }) => {
    if (!view || !before) return
    const left = before.shell.person && !view.shell.person
    const forgotten = before.shell.idle && !view.shell.idle && before.shell.idle.forgetAt <= now()
    if (left || forgotten) own.setState({ reachabilityMode: false })
    const home = view.screen.name === 'home' && before.screen.name !== 'home'
    if (home || left || forgotten) own.setState({ browse: nothingBrowsed })
  })
}

export const PageContext = createContext<Page | null>(null)

function usePage(): Page {
  const page = useContext(PageContext)
  if (!page) throw new Error('a part of the kiosk page was drawn outside of it')
  return page
}

export const useSend = (): Send => usePage().send

export function usePort<T>(select: (state: PortState<'kiosk'>) => T): T {
  return useStore(usePage().store, select)
}

export function useOwn<T>(select: (state: PageState) => T): T {
  return useStore(usePage().own, select)
}

export function useToggleReachabilityMode(): () => void {
  const { own } = usePage()
  return () => own.setState(({ reachabilityMode }) => ({ reachabilityMode: !reachabilityMode }))
}

/** What was searched for, and how far down a tab was: for whoever comes back from an item. */
export function useBrowseMemory() {
  const { own } = usePage()
  return useMemo(
    () => ({
      /** What is found stands at the top again. */
      search: (query: string): void => own.setState({ browse: { query, tops: {} } }),
      /** Read when the tab is drawn again: nothing is drawn anew while it is scrolled. */
      top: (kind: BrowseKind): number => own.getState().browse.tops[kind] ?? 0,
      keepTop: (kind: BrowseKind, top: number): void =>
        own.setState(({ browse }) => ({ browse: { ...browse, tops: { ...browse.tops, [kind]: top } } })),
    }),
    [own],
  )
}

/** A part of the view. Only for what is drawn once there is a view. */
export function useView<T>(select: (view: KioskView) => T): T {
  return usePort(({ view }) => {
    if (!view) throw new Error('a screen was drawn before there was a view')
    return select(view)
  })
}

/** Language and zone: what every date, time and price is written with. */
export function useLocale(): { language: Language; zone: Zone } {
  const language = useView((view) => view.shell.language)
  const zone = useView((view) => view.shell.location?.zone ?? 'UTC')
  return { language, zone }
}

/** What a screen of a certain name is made from. */
export type ScreenOf<N extends Screen['name']> = Extract<Screen, { name: N }>

/** Words an error for the screen that it is about. */
export function useErrorText(): (error: FoyerError | null) => string | null {
  const { t } = useTranslation('errors')
  const { language, zone } = useLocale()
  return (error) => error && errorText(t, error, zone, language)
}
