import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/contract/basics.ts'
import { endonyms } from '../i18n/index.ts'

interface LanguageSwitchProps {
  offered: readonly Language[]
  current: Language
  /** Side by side where there is room for fingers, else in one line. */
  look: 'buttons' | 'select'
  /** For the style sheet of the page. */
  className?: string
  onChoose: (language: Language) => void
}

/** The languages of the place, each by its own name. Nothing but the words changes (R11.1). */
export function LanguageSwitch({ offered, current, look, className, onChoose }: LanguageSwitchProps) {
  const { t } = useTranslation('common')
  if (look === 'select')
    return (
      <select
        className={className}
        aria-label={t('language')}
        value={current}
        onChange={(event) => onChoose(event.target.value as Language)}
      >
        {offered.map((language) => (
          <option key={language} value={language} lang={language}>
            {endonyms[language]}
          </option>
        ))}
      </select>
    )
  return (
    <div className={className} role="group" aria-label={t('language')}>
      {offered.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === current}
          onClick={() => onChoose(language)}
        >
          {endonyms[language]}
        </button>
      ))}
    </div>
  )
}
