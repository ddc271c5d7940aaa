import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { phoneWords } from '../i18n/files.ts'
import { createWords, setPageLanguage } from '../i18n/index.ts'
import '../ui/base.css'
import { App } from './App.tsx'
import { fetchPlace } from './api/place.ts'
import { browserTransport } from './api/transport.ts'
import { anyLanguage, chooseLanguage } from './language.ts'
import { createMemory } from './memory.ts'
import { findPerson } from './person.ts'
import { createPhone, PhoneContext } from './phone.ts'
import type { Route } from './route.ts'

/** Puts the phone's page into an element. The place is asked for first: its answer makes the phone known to the hub. */
export function mountPhone(root: HTMLElement, route: Route): void {
  const memory = createMemory(
    () => sessionStorage,
    () => localStorage,
  )
  const chosen = memory.language.read()
  const preferred = navigator.languages
  const words = createWords(phoneWords, anyLanguage(chosen, preferred))
  const phone = createPhone({ transport: browserTransport, memory, words })
  addEventListener('offline', () => phone.meta.reached(false))
  void fetchPlace(phone.transport, phone.meta).then((place) => {
    setPageLanguage(words, chooseLanguage(place.languages, { chosen: memory.language.read(), preferred }))
    document.title = place.name
    phone.store.setState({ place })
    return findPerson(phone)
  })
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={words}>
        <PhoneContext value={phone}>
          <App route={route} />
        </PhoneContext>
      </I18nextProvider>
    </StrictMode>,
  )
}
