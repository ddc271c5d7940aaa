import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/contract/basics.ts'
import { endonyms, setPageLanguage } from '../../i18n/index.ts'
import { useLocale, usePhone, usePhoneState } from '../phone.ts'

/** The languages of the place, each by its own name. Nothing but the words changes (R11.1). */
export function LanguageSwitch() {
  const { t } = useTranslation('common')
  const { words, memory } = usePhone()
  const { language: current } = useLocale()
  const offered = usePhoneState(({ place }) => place?.languages)
  if (!offered || offered.length < 2) return null
  const choose = (language: Language): void => {
    memory.language.write(language)
    setPageLanguage(words, language)
  }
  return (
    <select
      className="frame__language"
      aria-label={t('language')}
      value={current}
      onChange={(event) => choose(event.target.value as Language)}
    >
      {offered.map((language) => (
        <option key={language} value={language} lang={language}>
          {endonyms[language]}
        </option>
      ))}
    </select>
  )
}
