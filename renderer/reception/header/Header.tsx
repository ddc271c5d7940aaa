import { KeyRound, Lock, UserPlus } from 'lucide-react'
import type { Instant } from '../../../shared/domain/ids.ts'
import { Button } from '../../ui/Button.tsx'
import { useNow } from '../../ui/clock.ts'
import { useConsole, useConsoleHandle } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import './header.css'
import { LanguagePick } from './LanguagePick.tsx'
import { PlaceStatus } from './PlaceStatus.tsx'
import { Search } from './Search.tsx'

/** The head of the open console: place, time, link to the hub, search, actions for people, and who is signed in. */
export function Header({ staff, lockAt }: { staff: string; lockAt: number }) {
  const { t } = useWords()
  const { request, showPanel } = useConsoleHandle()
  const open = useConsole((state) => state.panel?.kind)
  const toggle = (kind: 'invite' | 'code'): void => showPanel(open === kind ? null : { kind })
  const place = useConsole((state) => state.view?.location?.name ?? '')
  return (
    <header className="header">
      <div className="header__place">
        <h1>{place || t('title')}</h1>
        <PlaceStatus />
      </div>
      <Search />
      <div className="header__acts">
        <Button
          label={t('header.invite')}
          icon={UserPlus}
          kind="primary"
          aria-expanded={open === 'invite'}
          onClick={() => toggle('invite')}
        />
        <Button
          label={t('code.issue')}
          icon={KeyRound}
          aria-expanded={open === 'code'}
          onClick={() => toggle('code')}
        />
      </div>
      <div className="header__staff">
        <LockCountdown lockAt={lockAt} />
        <LanguagePick />
        <span className="header__name" title={t('header.signedInAs', { name: staff })}>
          {staff}
        </span>
        <Button label={t('header.lock')} icon={Lock} onClick={() => void request('signOut', {})} />
      </div>
    </header>
  )
}

/** Milliseconds before the lock from which it is said; before that a count-down would only be unrest. */
const saidFrom = 15_000

/** Says that the console is about to lock itself (R8.5). */
function LockCountdown({ lockAt }: { lockAt: Instant }) {
  const { t } = useWords()
  const left = lockAt - useNow()
  const soon = left <= saidFrom && left > 0
  return (
    <span className="header__soon">{soon && t('header.lockSoon', { count: Math.ceil(left / 1000) })}</span>
  )
}
