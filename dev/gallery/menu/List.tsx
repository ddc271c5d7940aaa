import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { byScreen, type PageName, shots, sizes } from '../catalogue.ts'
import type { Choice } from './choice.ts'
import { Segments } from './Segments.tsx'
import { words } from './words.ts'

interface Props {
  choice: Choice
  change: (by: Partial<Choice>) => void
}

const names: Record<PageName, string> = { kiosk: 'Kiosk', console: 'Console', phone: 'Phone' }

/** Which page, which screen, which state; with a search, as there are many. */
export function List({ choice: { page, shot }, change }: Props) {
  const [query, setQuery] = useState('')
  const asked = query.toLowerCase().replaceAll(' ', '')
  const found = shots.filter((each) => each.page === page && each.id.toLowerCase().includes(asked))
  return (
    <nav className="list" aria-label="Screens">
      <h1 className="list__title">Gallery</h1>
      <Segments
        label="Page"
        options={(Object.keys(sizes) as PageName[]).map((value) => ({ value, text: names[value] }))}
        chosen={page}
        onChoose={(value) => change({ page: value, shot: null, size: sizes[value][0] })}
      />
      <label className="list__search">
        <Search aria-hidden />
        <input
          type="search"
          placeholder="Find a state"
          aria-label="Find a state"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </label>
      <div className="list__states">
        <Entry text="All screens" current={shot === null} onChoose={() => change({ shot: null })} />
        {byScreen(found).map(([screen, states]) => (
          <section key={screen} aria-label={words(screen)}>
            <h2 className="list__screen">{words(screen)}</h2>
            {states.map((each) => (
              <Entry
                key={each.id}
                text={words(each.state)}
                current={each.id === shot?.id}
                onChoose={() => change({ shot: each })}
              />
            ))}
          </section>
        ))}
        {found.length === 0 && <p className="list__none">Nothing is called “{query}” here.</p>}
      </div>
      <p className="list__help">
        <kbd>Alt</kbd> <kbd>↑</kbd> <kbd>↓</kbd> go through the states
      </p>
    </nav>
  )
}

function Entry({ text, current, onChoose }: { text: string; current: boolean; onChoose: () => void }) {
  const ref = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (current) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <button
      ref={ref}
      type="button"
      className="list__state"
      aria-current={current || undefined}
      onClick={onChoose}
    >
      {text}
    </button>
  )
}
