import { useEffect, useState } from 'react'
import './dock.css'
import type { DockOrder, DockState, ProcessName } from './contract.ts'
import { aheadText, clockText } from './time.ts'
import { useDock } from './useDock.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

interface Props {
  state: DockState
  tell: (order: DockOrder) => void
}

/** Everything that the world does to a kiosk, as buttons. */
export function Dock() {
  const { state, trouble, busy, tell } = useDock()
  return (
    <main className="dock" data-busy={busy ?? undefined}>
      {state ? (
        <>
          <Network state={state} tell={tell} />
          <Clock state={state} tell={tell} />
          <Door state={state} tell={tell} />
          <Scanner state={state} tell={tell} busy={busy === 'scan-pass-of'} />
          <Processes state={state} tell={tell} />
        </>
      ) : (
        <p className="dock__waiting">The app is starting, or has ended.</p>
      )}
      {trouble && (
        <p className="dock__trouble" role="alert">
          {trouble}
        </p>
      )}
    </main>
  )
}

function Network({ state, tell }: Props) {
  const modes = [
    ['up', 'On'],
    ['cut', 'Cut'],
    ['silent', 'Silent'],
  ] as const
  return (
    <Part title="Network to the hub">
      <div className="dock__row">
        {modes.map(([mode, text]) => (
          <Choice
            key={mode}
            text={text}
            on={state.network === mode}
            onPress={() => tell({ do: 'network', mode })}
          />
        ))}
      </div>
      <p className="dock__note">
        {state.network === 'silent'
          ? 'Connections stay open, and nothing comes through.'
          : 'Between this device and the hub; phones still reach it.'}
      </p>
    </Part>
  )
}

function Clock({ state: { ahead }, tell }: Props) {
  const now = useNow()
  const steps = [
    [-day, '− 1 d'],
    [-hour, '− 1 h'],
    [10 * minute, '+ 10 min'],
    [hour, '+ 1 h'],
    [day, '+ 1 d'],
    [30 * day, '+ 30 d'],
  ] as const
  return (
    <Part title="Clock of core, hub and pages">
      <p className="dock__clock">
        <strong>{clockText(now, ahead)}</strong>
        <span>{aheadText(ahead)}</span>
      </p>
      <div className="dock__row">
        {steps.map(([by, text]) => (
          <Press key={text} text={text} onPress={() => tell({ do: 'clock', ahead: ahead + by })} />
        ))}
        <Press text="Now" off={ahead === 0} onPress={() => tell({ do: 'clock', ahead: 0 })} />
      </div>
      <p className="dock__note">
        Forward, what was due happens at once. To begin anew: npm run dev -- --fresh
      </p>
    </Part>
  )
}

function Door({ state: { door }, tell }: Props) {
  const faults = [
    ['full', 'Full'],
    ['silent', 'Silent'],
    ['frozen', 'Frozen'],
  ] as const
  const events = [
    ['forced', 'Forced'],
    ['held-open', 'Held open'],
    ['tamper', 'Tampered with'],
  ] as const
  return (
    <Part title="Door controller">
      <div className="dock__row">
        {faults.map(([fault, text]) => (
          <Choice
            key={fault}
            text={text}
            on={door[fault]}
            onPress={() => tell({ do: 'door', fault: { [fault]: !door[fault] } })}
          />
        ))}
        <Press text="Clock off" onPress={() => tell({ do: 'door', fault: { clockAhead: 10 * minute } })} />
      </div>
      <div className="dock__row">
        {events.map(([happens, text]) => (
          <Press key={happens} text={text} onPress={() => tell({ do: 'door', fault: { happens } })} />
        ))}
      </div>
      <p className="dock__note">
        A clock that is off is put right by the core at its next look, in a few seconds.
      </p>
    </Part>
  )
}

/** People of the demo whose passes are worth scanning. */
const people = [
  ['Fatima, full-time', 'fatima.fulltime@example.com'],
  ['Paul, day passes', 'paul.passes@example.com'],
  ['Tina, from tomorrow', 'tina.tomorrow@example.com'],
] as const

function Scanner({ state: { shown }, tell, busy }: Props & { busy: boolean }) {
  const [text, setText] = useState('')
  return (
    <Part title="Scanner">
      <div className="dock__row">
        {people.map(([name, email]) => (
          <Press key={email} text={name} off={busy} onPress={() => tell({ do: 'scan-pass-of', email })} />
        ))}
      </div>
      {shown.length > 0 && (
        <div className="dock__row">
          {shown.map((pass) => (
            <Press
              key={pass.text}
              text={`Shown to ${pass.label}`}
              onPress={() => tell({ do: 'scan', text: pass.text })}
            />
          ))}
        </div>
      )}
      <form
        className="dock__scan"
        onSubmit={(event) => {
          event.preventDefault()
          if (text !== '') tell({ do: 'scan', text })
        }}
      >
        <input
          aria-label="Anything else"
          placeholder="Anything else"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="dock__press" disabled={text === ''}>
          Scan
        </button>
      </form>
      <p className="dock__note">
        Typed on the kiosk key by key, as a USB scanner does. {busy && 'Signing in on a phone…'}
      </p>
    </Part>
  )
}

const names: Record<ProcessName, string> = { core: 'Core', hub: 'Hub', 'sim-door': 'Door' }
const roles = [
  ['kiosk', 'Kiosk'],
  ['reception', 'Console'],
  ['mailbox', 'Mailbox'],
] as const

function Processes({ state: { processes, phone }, tell }: Props) {
  return (
    <Part title="Processes and pages">
      <ul className="dock__list">
        {processes.map(({ name, pid, inspect }) => (
          <li key={name}>
            <span>{names[name]}</span>
            <code>{inspect}</code>
            <span className="dock__soft">{pid}</span>
            <Press text="Restart" onPress={() => tell({ do: 'restart', process: name })} />
          </li>
        ))}
        {roles.map(([role, text]) => (
          <li key={role}>
            <span>{text}</span>
            <Press text="DevTools" onPress={() => tell({ do: 'page', role, what: 'devtools' })} />
            <Press text="Reload" onPress={() => tell({ do: 'page', role, what: 'reload' })} />
          </li>
        ))}
      </ul>
      {phone && (
        <p className="dock__note">
          On a phone: <code>{phone}</code>
        </p>
      )}
    </Part>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="dock__part">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Choice({ text, on, onPress }: { text: string; on: boolean; onPress: () => void }) {
  return (
    <button type="button" className="dock__press" aria-pressed={on} onClick={onPress}>
      {text}
    </button>
  )
}

function Press({ text, off = false, onPress }: { text: string; off?: boolean; onPress: () => void }) {
  return (
    <button type="button" className="dock__press" disabled={off} onClick={onPress}>
      {text}
    </button>
  )
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}
