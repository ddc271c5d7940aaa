import { MailOpen } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { PortStore } from '../ui/port.ts'
import { Arrivals } from './Arrivals.tsx'
import './mailbox.css'
import { MailList } from './MailList.tsx'
import { newestFirst } from './order.ts'
import { ReadingPane } from './ReadingPane.tsx'

/** The demo's mailbox: a list of mails and the one that is read. */
export function Mailbox({ store }: { store: PortStore<'mailbox'> }) {
  const { t } = useTranslation('mailbox')
  const view = useStore(store, (state) => state.view)
  const health = useStore(store, (state) => state.health.state)
  const [picked, setPicked] = useState<string | null>(null)
  const mails = newestFirst(view?.mails ?? [])
  // Until one is picked, the newest is read: that is what one waits for.
  const shown = mails.find(({ id }) => id === picked) ?? mails[0]

  useEffect(() => {
    document.title = t('title')
  }, [t])

  return (
    <div className="mailbox">
      <header className="mailbox__head">
        <h1>{t('heading')}</h1>
        <p>{t('lead')}</p>
        {view?.smtp && <p className="mailbox__smtp">{t('smtp', { smtp: view.smtp })}</p>}
      </header>
      <main className={mails.length > 0 ? 'mailbox__body' : 'mailbox__body mailbox__body--empty'}>
        {mails.length === 0 && (
          <p className="mailbox__empty">
            <MailOpen aria-hidden />
            <span>{view ? t('empty') : t(health === 'up' ? 'connecting' : 'restarting')}</span>
          </p>
        )}
        {mails.length > 0 && <MailList mails={mails} shown={shown?.id} onPick={setPicked} />}
        {shown && <ReadingPane key={shown.id} mail={shown} />}
      </main>
      {view && <Arrivals newest={mails[0]} />}
    </div>
  )
}
