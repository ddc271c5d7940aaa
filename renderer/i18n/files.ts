import type { ResourceKey } from 'i18next'

/**
 * The words that each page shows, by path, in all languages: switching needs no network and no waiting (R11.1). A page
 * brings its own and not the others', which are half of all words and would be read before its first paint.
 */
export type WordFiles = Record<string, ResourceKey>

export const kioskWords: WordFiles = import.meta.glob<ResourceKey>(
  './locales/*/{common,errors,kiosk,offers}.json',
  { eager: true, import: 'default' },
)
export const receptionWords: WordFiles = import.meta.glob<ResourceKey>(
  './locales/*/{common,errors,reception}.json',
  { eager: true, import: 'default' },
)
export const phoneWords: WordFiles = import.meta.glob<ResourceKey>('./locales/*/{common,errors,phone}.json', {
  eager: true,
  import: 'default',
})
export const mailboxWords: WordFiles = import.meta.glob<ResourceKey>(
  './locales/*/{common,errors,mailbox}.json',
  { eager: true, import: 'default' },
)
