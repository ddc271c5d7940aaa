import type { ReactNode } from 'react'
import type { ReceptionView } from '../../../shared/contract/reception-view.ts'
import { LanguagePick } from '../header/LanguagePick.tsx'
import { PlaceStatus } from '../header/PlaceStatus.tsx'
import { useConsole } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import './lock-screen.css'
import { UnlockForm } from './UnlockForm.tsx'

/** Nobody is at the desk: who it is, and their PIN (R8.5). */
export function Locked({ lock }: { lock: Extract<ReceptionView['lock'], { state: 'locked' }> }) {
  const { t } = useWords()
  const online = useConsole((state) => state.view?.link === 'online')
  const why = online || lock.why === 'idle' || lock.why === 'signed-out' ? lock.why : 'hub-away'
  const empty = t(online ? 'locked.nobody' : 'locked.fetching')
  return (
    <LockScreen heading={t('locked.heading')}>
      <p className="lock-screen__lead">{t(`locked.${why}`)}</p>
      {!online && why !== 'hub-away' && <p className="lock-screen__lead">{t('locked.hub-away')}</p>}
      {lock.staff.length > 0 ? (
        <UnlockForm staff={lock.staff} />
      ) : (
        <p className="lock-screen__lead">{empty}</p>
      )}
    </LockScreen>
  )
}

/** How a console is paired: with a code that another one makes (R10.2). */
export function Unpaired() {
  const { t } = useWords()
  return (
    <LockScreen heading={t('unpaired.heading')}>
      <p className="lock-screen__lead">{t('unpaired.lead')}</p>
      <ol className="steps">
        <li>{t('unpaired.step1')}</li>
        <li>{t('unpaired.step2')}</li>
        <li>
          {t('unpaired.step3')}{' '}
          <code>foyer --role reception --hub http://192.168.1.10:7300 --pair ABCD2345</code>
        </li>
      </ol>
      <p className="row__soft">{t('unpaired.none')}</p>
    </LockScreen>
  )
}

/** The frame while nobody's data is shown: the place, the time, the hub, the language. */
function LockScreen({ heading, children }: { heading: string; children: ReactNode }) {
  const { t } = useWords()
  const place = useConsole((state) => state.view?.location?.name ?? '')
  return (
    <div className="lock-screen">
      <header className="lock-screen__top">
        <div>
          <p className="lock-screen__place">{place || t('title')}</p>
          <PlaceStatus />
        </div>
        <LanguagePick />
      </header>
      <main className="lock-screen__main">
        <h1>{heading}</h1>
        {children}
      </main>
    </div>
  )
}
