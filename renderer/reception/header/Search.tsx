import { Search as SearchIcon, X } from 'lucide-react'
import { useCallback, useRef } from 'react'
import { useDesk, useDeskHandle } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { useTypeToSearch } from './useTypeToSearch.ts'

/** Filters all columns; any letter typed anywhere goes here. */
export function Search() {
  const { t } = useWords()
  const { store } = useDeskHandle()
  const query = useDesk((state) => state.query)
  const input = useRef<HTMLInputElement>(null)
  const set = (text: string): void => store.setState({ query: text })
  const escape = useCallback(
    () => store.setState((state) => (state.query ? { query: '' } : { beside: null })),
    [store],
  )
  useTypeToSearch(input, escape)

  return (
    <search className="search">
      <SearchIcon aria-hidden />
      <input
        ref={input}
        type="search"
        aria-label={t('header.search')}
        placeholder={t('header.searchHint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={query}
        onChange={(event) => set(event.target.value)}
      />
      {query && (
        <button
          type="button"
          aria-label={t('header.clear')}
          onClick={() => {
            set('')
            input.current?.focus()
          }}
        >
          <X aria-hidden />
        </button>
      )}
    </search>
  )
}
