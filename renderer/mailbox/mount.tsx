import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import type { PageBridge } from '../../shared/contract/channels.ts'
import { mailboxWords } from '../i18n/files.ts'
import { createWords } from '../i18n/index.ts'
import '../ui/base.css'
import { connectPort, createPortStore } from '../ui/port.ts'
import { pageLanguage } from './language.ts'
import { Mailbox } from './Mailbox.tsx'

/** Puts the demo's mailbox into an element. It only looks: there is nothing to ask of the hub. */
export function mountMailbox(root: HTMLElement, bridge: PageBridge<MessagePort>): void {
  const store = createPortStore<'mailbox'>()
  connectPort('mailbox', bridge, store)
  const words = createWords(mailboxWords, pageLanguage(navigator.languages))
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={words}>
        <Mailbox store={store} />
      </I18nextProvider>
    </StrictMode>,
  )
}
