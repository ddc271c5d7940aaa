import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BrowseDesks } from '../parts/BrowseDesks.tsx'
import { BrowseItems } from '../parts/BrowseItems.tsx'
import { Scene } from '../parts/Scene.tsx'
import './browse.css'

const kinds = [
  'room',
  'desk',
  'office',
  'equipment',
  'parking',
  'event',
  'shop',
  'feed',
  'support',
  'plan',
] as const
type Kind = (typeof kinds)[number]

/** Everything that is on offer, without a login (R1.1). */
export function Browse() {
  const { t } = useTranslation('kiosk')
  const [kind, setKind] = useState<Kind>('room')
  const list = useRef<HTMLDivElement>(null)

  const move = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const next = kinds[(kinds.indexOf(kind) + step + kinds.length) % kinds.length] ?? kind
    setKind(next)
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus()
  }
  return (
    <div className="browse">
      <Scene />
      <h1 className="screen__heading browse__heading">{t('browse.title')}</h1>
      <div
        ref={list}
        className="browse__tabs"
        role="tablist"
        tabIndex={-1}
        aria-label={t('browse.title')}
        onKeyDown={move}
      >
        {kinds.map((one) => (
          <button
            key={one}
            id={`tab-${one}`}
            type="button"
            role="tab"
            className="browse__tab"
            aria-selected={one === kind}
            aria-controls="browse-panel"
            tabIndex={one === kind ? 0 : -1}
            onClick={() => setKind(one)}
          >
            {t(`browse.tabs.${one}`)}
          </button>
        ))}
      </div>
      <div
        id="browse-panel"
        className="browse__panel"
        role="tabpanel"
        aria-labelledby={`tab-${kind}`}
        key={kind}
      >
        {kind === 'desk' ? <BrowseDesks /> : <BrowseItems kind={kind} />}
      </div>
    </div>
  )
}
