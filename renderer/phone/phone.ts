import type { i18n as I18n } from 'i18next'
import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { createStore, type StoreApi, useStore } from 'zustand'
import type { Language } from '../../shared/contract/basics.ts'
import type { FoyerError } from '../../shared/contract/errors.ts'
import type { Person } from '../../shared/contract/person.ts'
import type { PhonePlace } from '../../shared/contract/phone-page.ts'
import type { Instant, Zone } from '../../shared/domain/ids.ts'
import { errorText } from '../i18n/errors.ts'
import { useNow } from '../ui/clock.ts'
import { type Ask, createAsk, type ResponseMeta, type Transport } from './api/ask.ts'
import type { Memory } from './memory.ts'

interface PhoneState {
  place: PhonePlace | null
  /** null = nobody is signed in; undefined = not known yet. */
  person: Person | null | undefined
  /** The hub ended the session while the page was open: that is said where they sign in again. */
  signedOut: boolean
  link: 'online' | 'offline'
  /** How far the hub's clock is ahead of the phone's, in ms. */
  skew: number
  /** The person's own photo as a data: URL, and the hash by which their profile names it. */
  photo: { hash: string; image: string } | null
}

export interface Phone {
  store: StoreApi<PhoneState>
  transport: Transport
  meta: ResponseMeta
  ask: Ask
  memory: Memory
  words: I18n
}

/** Clocks that are a moment apart are not corrected at every answer: a count-down would jump. */
const skewMattersMs = 1_000

/** The page's state and its way to the hub. Whatever an answer says of the person, the page knows from then on. */
export function createPhone({
  transport,
  memory,
  words,
}: Pick<Phone, 'transport' | 'memory' | 'words'>): Phone {
  const store = createStore<PhoneState>()(() => ({
    place: null,
    person: undefined,
    signedOut: false,
    link: 'online',
    skew: 0,
    photo: null,
  }))
  const meta: ResponseMeta = {
    reached: (yes) => store.setState({ link: yes ? 'online' : 'offline' }),
    skew: (ms) => {
      if (Math.abs(ms - store.getState().skew) >= skewMattersMs) store.setState({ skew: ms })
    },
  }
  const plain = createAsk(transport, meta)
  const ask: Ask = async (type, payload, options) => {
    const result = await plain(type, payload, options)
    if (result.ok && 'person' in result.value)
      store.setState({ person: result.value.person as Person, signedOut: false })
    if (!result.ok && result.error.code === 'session-invalid')
      store.setState(({ person, signedOut }) => ({ person: null, signedOut: signedOut || Boolean(person) }))
    return result
  }
  return { store, transport, meta, ask, memory, words }
}

/** The hub's time, for whatever happens at one moment; `useHubNow` is for what is shown. */
export function hubNow({ transport, store }: Phone): Instant {
  return transport.now() + store.getState().skew
}

export const PhoneContext = createContext<Phone | null>(null)

export function usePhone(): Phone {
  const phone = useContext(PhoneContext)
  if (!phone) throw new Error('a part of the phone page was drawn outside of it')
  return phone
}

export function usePhoneState<T>(select: (state: PhoneState) => T): T {
  return useStore(usePhone().store, select)
}

/** Only for what is drawn once the place is known. */
export function usePlace(): PhonePlace {
  return usePhoneState(({ place }) => {
    if (!place) throw new Error('a screen was drawn before the place was known')
    return place
  })
}

/** The hub's time, again every second. */
export function useHubNow(): Instant {
  const skew = usePhoneState((state) => state.skew)
  return useNow() + skew
}

/** Language and zone: what every date, time and price is written with. */
export function useLocale(): { language: Language; zone: Zone } {
  const { i18n } = useTranslation()
  const zone = usePhoneState(({ place }) => place?.zone ?? 'UTC')
  return { language: i18n.language as Language, zone }
}

/** Words an error, with what one does about it on a phone where that differs from the kiosk. */
export function useErrorText(): (error: FoyerError | null) => string | null {
  const { t, i18n } = useTranslation('errors')
  const { language, zone } = useLocale()
  return (error) => {
    if (!error) return null
    const own = `errors.${error.code}`
    return i18n.exists(own, { ns: 'phone' })
      ? (i18n.getFixedT(language, 'phone') as (key: string) => string)(own)
      : errorText(t, error, zone, language)
  }
}
