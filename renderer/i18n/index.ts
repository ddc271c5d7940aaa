import { createInstance, type i18n as I18n, type Resource, type ResourceKey } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../shared/contract/basics.ts'

export const namespaces = ['common', 'errors', 'kiosk', 'offers', 'reception', 'mailbox', 'phone'] as const

/** All words of all languages come with the page: switching needs no network and no waiting (R11.1). */
const files = import.meta.glob<ResourceKey>('./locales/*/*.json', {
  eager: true,
  import: 'default',
})

function resources(): Resource {
  const all: Resource = {}
  for (const [path, words] of Object.entries(files)) {
    const [language = '', namespace = ''] = path.replace('./locales/', '').replace('.json', '').split('/')
    all[language] = { ...all[language], [namespace]: words }
  }
  return all
}

/**
 * The words of a page. `useTranslation('kiosk')` in components; `setPageLanguage` follows the language of the view.
 * Ready when it returns: nothing is loaded later.
 */
export function createWords(language: Language = 'en'): I18n {
  const words = createInstance()
  words.on('languageChanged', (lng) => {
    if (typeof document !== 'undefined') document.documentElement.lang = lng
  })
  void words.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    supportedLngs: ['en', 'de', 'fr', 'es'],
    ns: [...namespaces],
    defaultNS: 'common',
    resources: resources(),
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
