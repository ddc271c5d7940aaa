import { UserRound } from 'lucide-react'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BrowseKind } from '../../../../shared/contract/lists.ts'
import { itemKinds } from '../../../../shared/contract/lists.ts'
import { Button } from '../../../ui/Button.tsx'
import { type ScreenOf, useBrowseMemory, useOwn, useSend, useView } from '../../page.ts'
import { BrowseDesks } from './BrowseDesks.tsx'
import { type Found, ItemList, useFound } from './ItemList.tsx'
import { SearchField } from './SearchField.tsx'
import './browse.css'

/** As they stand in PRODUCT.md: rooms first. */
const kinds: readonly BrowseKind[] = ['room', 'desk', ...itemKinds.filter((kind) => kind !== 'room')]

/** Everything that is on offer, without a login (R1.1). */
export function Browse({ screen }: { screen: ScreenOf<'browse'> }) {
  const { t } = useTranslation('kiosk')
  const { kind, pick } = useKind(screen)
  const found = useFound()
  return (
    <div className="browse">
      <div className="browse__head">
        <h1 className="screen__heading browse__heading">{t('browse.title')}</h1>
        <SearchField />
      </div>
      <Tabs kind={kind} found={found} onPick={pick} />
      <Panel key={kind} kind={kind} found={found} />
    </div>
  )
}

/** The tab that was tapped counts at once, until the core says otherwise. */
function useKind(screen: ScreenOf<'browse'>): { kind: BrowseKind; pick: (kind: BrowseKind) => void } {
  const send = useSend()
  const [tapped, setTapped] = useState<BrowseKind | null>(null)
  useEffect(() => setTapped(null), [screen])
  const pick = (kind: BrowseKind): void => {
    setTapped(kind)
    send('browse', { kind })
  }
  return { kind: tapped ?? screen.kind, pick }
}

interface TabsProps {
  kind: BrowseKind
  found: Found
  onPick: (kind: BrowseKind) => void
}

/** The tabs; while something is searched for, how much of it there is under each. */
function Tabs({ kind, found, onPick }: TabsProps) {
  const { t } = useTranslation('kiosk')
  const list = useRef<HTMLDivElement>(null)
  const searching = useOwn((own) => own.browse.query.trim() !== '')
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const next = kinds[(kinds.indexOf(kind) + step + kinds.length) % kinds.length] ?? kind
    onPick(next)
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus()
  }
  return (
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
          aria-label={t(`browse.tabs.${one}`)}
          aria-selected={one === kind}
          aria-controls="browse-panel"
          tabIndex={one === kind ? 0 : -1}
          onClick={() => onPick(one)}
        >
          {t(`browse.tabs.${one}`)}
          {searching && one !== 'desk' && <span className="browse__count">{found[one]?.length ?? 0}</span>}
        </button>
      ))}
    </div>
  )
}

/** What is under a tab, as far down as it was when one looked away. */
function Panel({ kind, found }: { kind: BrowseKind; found: Found }) {
  const { t } = useTranslation('offers')
  const memory = useBrowseMemory()
  const query = useOwn((own) => own.browse.query)
  const panel = useRef<HTMLDivElement>(null)
  // A new search starts at the top.
  useLayoutEffect(() => {
    if (panel.current) panel.current.scrollTop = memory.top(kind)
  }, [kind, query, memory])
  const count = kind === 'desk' ? null : (found[kind]?.length ?? 0)
  return (
    <>
      <div
        ref={panel}
        id="browse-panel"
        className="browse__panel scrolls"
        role="tabpanel"
        aria-labelledby={`tab-${kind}`}
        onScroll={(event) => memory.keepTop(kind, event.currentTarget.scrollTop)}
      >
        {kind === 'desk' ? <BrowseDesks /> : <ItemList kind={kind} found={found} />}
        {kind === 'plan' && <JustAccount />}
      </div>
      <p className="visually-hidden" role="status">
        {query.trim() !== '' && count !== null && t('search.found', { count })}
      </p>
    </>
  )
}

/** For those who want to be known here, and nothing more yet. */
function JustAccount() {
  const { t } = useTranslation('offers')
  const send = useSend()
  const known = useView((view) => view.shell.person !== null)
  if (known) return null
  return (
    <Button
      kind="plain"
      icon={UserRound}
      label={t('plan.justAccount')}
      onClick={() => send('start', { purpose: 'account' })}
    />
  )
}
