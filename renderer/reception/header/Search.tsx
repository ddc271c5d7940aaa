import { Search as SearchIcon, X } from 'lucide-react'
import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { useConsole, useConsoleHandle } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'

/** Filters all columns; any letter typed anywhere goes here. */
export function Search() {
  const { t } = useWords()
  const { store } = useConsoleHandle()
  const query = useConsole((state) => state.query)
  const input = useRef<HTMLInputElement>(null)
  const set = (text: string): void => store.setState({ query: text })
  const escape = useCallback(
    () => store.setState((state) => (state.query ? { query: '' } : { panel: null })),
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

/** Sends any letter or digit that is typed outside a field or form to the search; Escape calls `onEscape`. */
function useTypeToSearch(input: RefObject<HTMLInputElement | null>, onEscape: () => void): void {
  useEffect(() => {
    const typed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
        return
      if (event.key === 'Escape') {
        if (event.target === input.current) event.preventDefault()
        onEscape()
        return
      }
      if (isField(event.target) || !/^[\p{L}\p{N}]$/u.test(event.key)) return
      // The key's own character lands in the field, as the focus is there before it is inserted.
      input.current?.focus()
    }
    document.addEventListener('keydown', typed)
    return () => document.removeEventListener('keydown', typed)
  }, [input, onEscape])
}

/** A form keeps its keys, also on its buttons and choices: whoever fills it in is not searching. */
function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.matches('input, textarea, select, [contenteditable]') || target.closest('form') !== null)
  )
}
