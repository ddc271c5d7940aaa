import { createInstance, type i18n as I18n, type Resource } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../shared/contract/basics.ts'
import type { WordFiles } from './files.ts'

/** By language and namespace, from paths such as `./locales/de/kiosk.json`. */
function resourcesOf(files: WordFiles): Resource {
  const all: Resource = {}
  for (const [path, words] of Object.entries(files)) {
    const [language = '', namespace = ''] = path.replace('./locales/', '').replace('.json', '').split('/')
    all[language] = { ...all[language], [namespace]: words }
  }
  return all
}

/**
 * The words of a page, out of `files.ts`. `useTranslation('kiosk')` in components; `setPageLanguage` follows the language of
 * the view. Ready when it returns: nothing is loaded later.
 */
export function createWords(files: WordFiles, language: Language = 'en'): I18n {
  const words = createInstance()
  words.on('languageChanged', (lng) => {
    if (typeof document !== 'undefined') document.documentElement.lang = lng
  })
  const resources = resourcesOf(files)
  void words.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    supportedLngs: ['en', 'de', 'fr', 'es'],
    ns: Object.keys(resources.en ?? {}),
    defaultNS: 'common',
    resources,
    initAsync: false,
    // React escapes already.
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  return words
}

/** Switches to the language that the view carries; nothing happens when it is shown already. */
export function setPageLanguage(words: I18n, language: Language): void {
  if (words.language !== language) void words.changeLanguage(language)
}

/** Every language by its own name: whoever looks for theirs can read it. */
export const endonyms: Record<Language, string> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
}
