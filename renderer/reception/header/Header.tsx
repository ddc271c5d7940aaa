import { KeyRound, Lock, UserPlus } from 'lucide-react'
import { Button } from '../../ui/Button.tsx'
import { useDesk, useDeskHandle } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import './header.css'
import { HubLink } from './HubLink.tsx'
import { LanguagePick } from './LanguagePick.tsx'
import { LockSoon } from './LockSoon.tsx'
import { PlaceClock } from './PlaceClock.tsx'
import { Search } from './Search.tsx'

/** Above the workbench: where, when, whether the hub is there, the search, what is done for people, and who is at the desk. */
export function Header({ staff, lockAt }: { staff: string; lockAt: number }) {
  const { t } = useWords()
  const { request, store } = useDeskHandle()
  const beside = useDesk((state) => state.beside?.kind)
  const toggle = (kind: 'invite' | 'code'): void =>
    store.setState({ beside: beside === kind ? null : { kind } })
  const place = useDesk((state) => state.view?.location?.name ?? '')
  return (
    <header className="header">
      <div className="header__place">
        <h1>{place || t('title')}</h1>
        <p className="header__when">
          <PlaceClock />
          <HubLink />
        </p>
      </div>
      <Search />
      <div className="header__acts">
        <Button
          label={t('header.invite')}
          icon={UserPlus}
          kind="primary"
          aria-expanded={beside === 'invite'}
          onClick={() => toggle('invite')}
        />
        <Button
          label={t('code.issue')}
          icon={KeyRound}
          aria-expanded={beside === 'code'}
          onClick={() => toggle('code')}
        />
      </div>
      <div className="header__staff">
        <LockSoon lockAt={lockAt} />
        <LanguagePick />
        <span className="header__name" title={t('header.signedInAs', { name: staff })}>
          {staff}
        </span>
        <Button label={t('header.lock')} icon={Lock} onClick={() => void request('signOut', {})} />
      </div>
    </header>
  )
}
