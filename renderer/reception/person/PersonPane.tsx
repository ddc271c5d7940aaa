import { X } from 'lucide-react'
import { useMemo } from 'react'
import { personOf } from '../data/person.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Pane } from '../ui/Pane.tsx'
import '../ui/panel.css'
import { useConsole, useConsoleHandle } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { useReturnFocus } from '../ui/focus.ts'
import { PersonCode } from './PersonCode.tsx'
import { PersonAccess, PersonInvitation, PersonQuestions, PersonReservations } from './PersonLists.tsx'
import { PersonMails } from './PersonMails.tsx'
import { PersonOrders } from './PersonOrders.tsx'
import { PersonPlans } from './PersonPlans.tsx'
import { PersonPresence } from './PersonPresence.tsx'
import './person.css'

/** The side panel of one person: everything that is known of them (R8.1). */
export function PersonPane({ account }: { account: string }) {
  const { t } = useWords()
  const { showPanel } = useConsoleHandle()
  useReturnFocus()
  const data = useConsole((state) => state.view?.data ?? null)
  const person = useMemo(() => data && personOf(data, account), [data, account])
  const name = person?.name || person?.email || t('person.unnamed')

  return (
    <Pane area="panel">
      <section className="person" aria-label={name}>
        <div className="person__head">
          <Avatar name={person?.name ?? ''} email={person?.email ?? ''} large />
          <div className="person__who">
            <h2>{name}</h2>
            {person?.name && <p className="row__soft">{person.email}</p>}
          </div>
          <button
            type="button"
            className="panel__close"
            aria-label={t('person.close', { name })}
            onClick={() => showPanel(null)}
          >
            <X aria-hidden />
          </button>
        </div>
        {person ? (
          <>
            <PersonPresence presence={person.presence} />
            <PersonCode email={person.email} />
            <PersonInvitation invitation={person.invitation} />
            <PersonPlans account={account} subscriptions={person.subscriptions} />
            <PersonAccess grants={person.grants} />
            <PersonReservations reservations={person.reservations} />
            <PersonOrders orders={person.orders} />
            <PersonQuestions requests={person.requests} />
            <PersonMails mails={person.mails} lockouts={person.lockouts} />
          </>
        ) : (
          <p className="person__none">{t('person.gone')}</p>
        )}
      </section>
    </Pane>
  )
}
