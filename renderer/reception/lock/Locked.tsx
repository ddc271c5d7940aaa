import type { ReceptionView } from '../../../shared/contract/reception-view.ts'
import { useDesk } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { Front } from './Front.tsx'
import { UnlockForm } from './UnlockForm.tsx'

type LockedState = Extract<ReceptionView['lock'], { state: 'locked' }>

/** Nobody is at the desk: who it is, and their PIN (R8.5). */
export function Locked({ lock }: { lock: LockedState }) {
  const { t } = useWords()
  const online = useDesk((state) => state.view?.link === 'online')
  const why = online || lock.why === 'idle' || lock.why === 'signed-out' ? lock.why : 'hub-away'
  const empty = t(online ? 'locked.nobody' : 'locked.fetching')
  return (
    <Front heading={t('locked.heading')}>
      <p className="front__lead">{t(`locked.${why}`)}</p>
      {!online && why !== 'hub-away' && <p className="front__lead">{t('locked.hub-away')}</p>}
      {lock.staff.length > 0 ? <UnlockForm staff={lock.staff} /> : <p className="front__lead">{empty}</p>}
    </Front>
  )
}
