import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import type { PageBridge } from '../../shared/contract/channels.ts'
import { receptionWords } from '../i18n/files.ts'
import { createWords } from '../i18n/index.ts'
import '../ui/base.css'
import { App } from './App.tsx'
import { createConsole } from './state/console.ts'
import { ConsoleContext } from './state/useConsole.ts'

/** Puts the console into an element; where its port comes from is the caller's business. */
export function mountReception(root: HTMLElement, bridge: PageBridge<MessagePort>): void {
  const console = createConsole(bridge)
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={createWords(receptionWords)}>
        <ConsoleContext value={console}>
          <App />
        </ConsoleContext>
      </I18nextProvider>
    </StrictMode>,
  )
}
