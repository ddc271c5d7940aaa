import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import './tabs.css'

interface Props<K extends string> {
  /** What is chosen between. */
  label: string
  tabs: readonly { key: K; word: string; count?: number }[]
  chosen: K
  onChoose: (key: K) => void
  children: ReactNode
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 }

/** A few lists in one place, one of them shown. One stop for Tab; the arrow keys choose. */
export function Tabs<K extends string>({ label, tabs, chosen, onChoose, children }: Props<K>) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)

  const move = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ key }) => key === chosen)
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1 : at + (steps[event.key] ?? 0)
    const next = tabs[(to + tabs.length) % tabs.length]
    if (!next || next.key === chosen) return
    event.preventDefault()
    onChoose(next.key)
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.key}"]`)?.focus()
  }
  return (
    <>
      <div ref={list} className="tabs" role="tablist" aria-label={label}>
        {tabs.map(({ key, word, count }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            data-tab={key}
            className="tabs__tab"
            aria-selected={key === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={key === chosen ? 0 : -1}
            onKeyDown={move}
            onClick={() => onChoose(key)}
          >
            <span>{word}</span>
            {count !== undefined && count > 0 && <span className="tabs__count">{count}</span>}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${chosen}`}>
        {children}
      </div>
    </>
  )
}
