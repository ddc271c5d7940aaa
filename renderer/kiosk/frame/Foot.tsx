import { ArrowDownToLine, ArrowLeft, ArrowUpToLine, LoaderCircle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Screen } from '../../../shared/contract/kiosk-view.ts'
import { Button } from '../../ui/Button.tsx'
import { useOwn, useSend, useToggleReachabilityMode, useView } from '../page.ts'
import './foot.css'

/** Screens on which there is nothing to go back to, or which end by a button of their own. */
const endings: readonly Screen['name'][] = ['starting', 'pairing', 'home', 'done', 'welcome', 'ordered']

/** The lowest line, within everybody's reach: back, what is under way, and the button that brings the rest down. */
export function Foot() {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  const lower = useToggleReachabilityMode()
  const reachabilityMode = useOwn((own) => own.reachabilityMode)
  const name = useView((view) => view.screen.name)
  return (
    <footer className="foot">
      <div className="foot__start">
        {!endings.includes(name) && (
          <Button kind="plain" icon={ArrowLeft} label={t('back')} onClick={() => send('back', {})} />
        )}
      </div>
      <Waiting />
      <div className="foot__end">
        <Button
          kind="plain"
          className="foot__lower"
          icon={reachabilityMode ? ArrowUpToLine : ArrowDownToLine}
          label={t(reachabilityMode ? 'higher' : 'lower')}
          onClick={lower}
        />
      </div>
    </footer>
  )
}

/** What the screen is waiting for. Its place is always there, so nothing moves when it comes. */
function Waiting() {
  const { t } = useTranslation('kiosk')
  const waiting = useView((view) => view.shell.waiting)
  return (
    <p className="foot__waiting" role="status">
      {waiting && (
        <>
          <LoaderCircle aria-hidden />
          {t(`waiting.${waiting}`)}
        </>
      )}
    </p>
  )
}
