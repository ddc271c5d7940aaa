import { type Language, languages } from '../../../shared/contract/basics.ts'
import words from './words.json' with { type: 'json' }

export type Words = (typeof words)['en']

/** The first of our languages that a browser asks for (RFC 9110, Accept-Language); English when it asks for none. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const q = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find(Boolean)
      return { language: tag.split('-')[0] ?? '', q: q === undefined ? 1 : Number(q) }
    })
    .filter(({ q }) => q > 0)
    .toSorted((a, b) => b.q - a.q)
  for (const { language } of wanted) {
    const known = languages.find((one) => one === language)
    if (known) return known
  }
  return 'en'
}

export function wordsIn(language: Language): Words {
  return words[language]
}
