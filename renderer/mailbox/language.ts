import { type Language, languages } from '../../shared/contract/basics.ts'

/** The first language of the system that the app speaks; the mailbox belongs to no place that could choose one. */
export function pageLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const found = languages.find((language) => tag.toLowerCase().split('-')[0] === language)
    if (found) return found
  }
  return 'en'
}
