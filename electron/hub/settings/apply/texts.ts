import written from '../../../../resources/demo/texts.json' with { type: 'json' }
import type { Language } from '../../../../shared/contract/basics.ts'

/** The house's privacy policy or terms by language, in its own name. */
export function texts(kind: 'privacy' | 'terms', name: string): Partial<Record<Language, string>> {
  return Object.fromEntries(
    Object.entries(written[kind]).map(([language, text]) => [language, text.replaceAll('{name}', name)]),
  )
}
