import { fold } from '../../i18n/format.ts'

/** What was typed, as the words that must all be found. */
export function searchWords(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean)
}

/** True if every word is somewhere in what the row shows. No words match everything. */
export function matches(words: readonly string[], ...shown: (string | null | undefined)[]): boolean {
  if (words.length === 0) return true
  const text = fold(shown.filter(Boolean).join(' '))
  return words.every((word) => text.includes(word))
}
