import { CloudOff } from 'lucide-react'
import { useEffect } from 'react'
import { now } from '../../ui/clock.ts'
import { ActivityPane } from '../activity/ActivityPane.tsx'
import { CodePanel } from '../code/CodePanel.tsx'
import { DoorsPane } from '../doors/DoorsPane.tsx'
import { GrantsPane } from '../grants/GrantsPane.tsx'
import { Header } from '../header/Header.tsx'
import { InvitePanel } from '../invite/InvitePanel.tsx'
import { PersonPane } from '../person/PersonPane.tsx'
import { PresencePane } from '../presence/PresencePane.tsx'
import { QuestionPanel } from '../questions/QuestionPanel.tsx'
import { ReservationsPane } from '../reservations/ReservationsPane.tsx'
import type { Panel } from '../state/console.ts'
import { useConsole, useConsoleHandle } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import './layout.css'

/** The open console: its columns, and among them the side panel while something is opened. */
export function ConsoleLayout({ staff, lockAt }: { staff: string; lockAt: number }) {
  useTouch()
  const panel = useConsole((state) => state.panel)
  const online = useConsole((state) => state.view?.link === 'online')
  const classes = ['layout', panel && 'layout--with-panel', !online && 'layout--stale']
  return (
    <div className="console">
      <Header staff={staff} lockAt={lockAt} />
      <AwayLine />
      {/* Takes the focus where what had it is gone. */}
      <main tabIndex={-1} className={classes.filter(Boolean).join(' ')}>
        <div className="layout__house">
          <PresencePane />
          <ReservationsPane />
        </div>
        <GrantsPane />
        {panel && <PanelContent panel={panel} />}
        <DoorsPane />
        <ActivityPane />
      </main>
    </div>
  )
}

/** The side panel with what was opened; the key makes another person's or question's panel a new one. */
function PanelContent({ panel }: { panel: Panel }) {
  switch (panel.kind) {
    case 'person':
      return <PersonPane key={panel.account} account={panel.account} />
    case 'question':
      return <QuestionPanel key={panel.request} request={panel.request} />
    case 'invite':
      return <InvitePanel />
    case 'code':
      return <CodePanel />
  }
}

/** Says how old everything is while the hub is away. */
function AwayLine() {
  const { t, moment } = useWords()
  const link = useConsole((state) => state.view?.link ?? 'connecting')
  const since = useConsole((state) => state.awaySince)
  return (
    <output>
      {link !== 'online' && since !== null && (
        <span className="away">
          <CloudOff aria-hidden />
          <span>{t('away.since', { time: moment(since) })}</span>
        </span>
      )}
    </output>
  )
}

/** Milliseconds between two touches that the core hears of. */
const atMostEvery = 1000
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** Tells the core that somebody is here, at most once a second, so that the console does not lock itself (R8.5). */
function useTouch(): void {
  const { request } = useConsoleHandle()
  useEffect(() => {
    let last = 0
    const touch = (): void => {
      if (now() - last < atMostEvery) return
      last = now()
      void request('touch', {})
    }
    for (const sign of signs) window.addEventListener(sign, touch, { passive: true, capture: true })
    return () => {
      for (const sign of signs) window.removeEventListener(sign, touch, { capture: true })
    }
  }, [request])
}
