import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import type { PageBridge } from '../../shared/contract/channels.ts'
import type { KioskView } from '../../shared/contract/kiosk-view.ts'
import { kioskWords } from '../i18n/files.ts'
import { createWords, setPageLanguage } from '../i18n/index.ts'
import { connectPort, createPortStore } from '../ui/port.ts'
import '../ui/base.css'
import { Kiosk } from './Kiosk.tsx'
import { createPage, PageContext, raiseAfterVisit } from './page.ts'
import { watchTouches } from './touch.ts'

/**
 * Puts the kiosk page into an element and connects it to whatever process the bridge leads to. `lastHome`: how the home
 * screen looked last; it is shown until that process says what is.
 */
export function mountKiosk(
  root: HTMLElement,
  bridge: PageBridge<MessagePort>,
  lastHome: KioskView | null = null,
): void {
  const words = createWords(kioskWords, lastHome?.shell.language)
  const store = createPortStore<'kiosk'>(lastHome)
  // Before the first paint of a view, so that no sentence is seen in the wrong language.
  store.subscribe(({ view }) => view && setPageLanguage(words, view.shell.language))
  const page = createPage(store, connectPort('kiosk', bridge, store))
  watchTouches(document, page)
  raiseAfterVisit(page)
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={words}>
        <PageContext value={page}>
          <Kiosk />
        </PageContext>
      </I18nextProvider>
    </StrictMode>,
  )
}
