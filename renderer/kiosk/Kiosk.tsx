import { useEffect, useState } from 'react'
import { Keyboard } from '../ui/keyboard/Keyboard.tsx'
import { useKeyboardTarget } from '../ui/keyboard/useKeyboardTarget.ts'
import { Foot } from './frame/Foot.tsx'
import { IdleQuestion } from './frame/IdleQuestion.tsx'
import { Notice } from './frame/Notice.tsx'
import { OutOfOrder } from './frame/OutOfOrder.tsx'
import { StatusLine } from './frame/StatusLine.tsx'
import { useOwn, usePort, useView } from './page.ts'
import { Illustration } from './parts/Illustration.tsx'
import { CurrentScreen } from './screens/CurrentScreen.tsx'
import { Starting } from './screens/starting/Starting.tsx'
import './kiosk.css'

/** The whole page: what stands on every screen, and the screen. */
export function Kiosk() {
  const ready = usePort((state) => state.view !== null)
  const health = usePort((state) => state.health)
  return (
    <>
      {ready ? <Frame /> : <Starting />}
      {health.state !== 'up' && <OutOfOrder state={health.state} helpPhone={health.helpPhone} />}
    </>
  )
}

function Frame() {
  const name = useView((view) => view.screen.name)
  const language = useView((view) => view.shell.language)
  const idle = useView((view) => view.shell.idle)
  const reachabilityMode = useOwn((own) => own.reachabilityMode)
  const { open, hide } = useKeyboardTarget(name)
  // The first screen comes from nowhere, so it does not move: it is there, and can be tapped.
  const [first, setFirst] = useState<string | null>(name)
  if (first !== null && first !== name) setFirst(null)
  // The keyboard takes room: the field that it is for stays in sight.
  useEffect(() => {
    open?.target.scrollIntoView({ block: 'nearest' })
  }, [open])
  return (
    <div className="kiosk" data-lowered={reachabilityMode || undefined} data-screen={name}>
      {/* What fills the upper part in reachability mode: nothing that has to be reached or read. */}
      <div className="reach" aria-hidden>
        {reachabilityMode && <Illustration />}
      </div>
      <StatusLine />
      <Notice />
      <div className="kiosk__stage" data-keyboard={open?.layout}>
        <main className="kiosk__screen" key={name} data-first={first !== null || undefined}>
          <CurrentScreen />
        </main>
        {open && (
          <div className="kiosk__keyboard">
            <Keyboard
              key={open.target.id}
              target={open.target}
              layout={open.layout}
              language={language}
              onHide={hide}
            />
          </div>
        )}
      </div>
      <Foot />
      {idle && <IdleQuestion forgetAt={idle.forgetAt} />}
    </div>
  )
}
