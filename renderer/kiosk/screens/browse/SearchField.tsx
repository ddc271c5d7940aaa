import { Search, X } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useBrowseMemory, useOwn } from '../../page.ts'
import './search-field.css'

/** Finds something among many; what was typed is kept while items are looked at. */
export function SearchField() {
  const { t } = useTranslation('offers')
  const query = useOwn((own) => own.browse.query)
  const { search } = useBrowseMemory()
  const field = useRef<HTMLInputElement>(null)
  return (
    <div className="search-field" role="search">
      <Search className="search-field__sign" aria-hidden />
      <input
        ref={field}
        className="field__input search-field__input"
        type="text"
        inputMode="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        data-keyboard="text"
        aria-label={t('search.label')}
        placeholder={t('search.label')}
        value={query}
        onChange={(event) => search(event.target.value)}
      />
      {query !== '' && (
        <button
          type="button"
          className="search-field__clear"
          aria-label={t('search.clear')}
          onClick={() => {
            search('')
            field.current?.focus()
          }}
        >
          <X aria-hidden />
        </button>
      )}
    </div>
  )
}
