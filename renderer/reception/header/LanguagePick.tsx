import { Languages } from 'lucide-react'
import type { Language } from '../../../shared/contract/basics.ts'
import { languages } from '../../../shared/contract/basics.ts'
import { endonyms } from '../../i18n/index.ts'
import { useConsole, useConsoleHandle } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import './language.css'

/** Every language by its own name (R11.1). */
export function LanguagePick() {
  const { t } = useWords()
  const { request } = useConsoleHandle()
  const language = useConsole((state) => state.view?.language ?? 'en')
  const offered = useConsole((state) => state.view?.location?.languages ?? languages)
  return (
    <label className="language">
      <Languages aria-hidden />
      <select
        aria-label={t('common:language')}
        value={language}
        onChange={(event) => void request('setLanguage', { language: event.target.value as Language })}
      >
        {offered.map((one) => (
          <option key={one} value={one} lang={one}>
            {endonyms[one]}
          </option>
        ))}
      </select>
    </label>
  )
}
