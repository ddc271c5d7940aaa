import { type Language, languages } from '../../shared/contract/basics.ts'

/**
 * The language of the page (R11.1): the one that was chosen on this phone, else the first of the browser's that the place
 * offers, else that of the invitation, else the place's first.
 */
export function chooseLanguage(
  offered: readonly Language[],
  wish: { chosen: string | null; preferred: readonly string[]; invited?: Language | undefined },
): Language {
  const isOffered = (language: string | null | undefined): language is Language =>
    offered.some((each) => each === language)
  if (isOffered(wish.chosen)) return wish.chosen
  for (const tag of wish.preferred) {
    const [language] = tag.toLowerCase().split('-')
    if (isOffered(language)) return language
  }
  return isOffered(wish.invited) ? wish.invited : (offered[0] ?? 'en')
}

/** Before the place has said what it offers. */
export function anyLanguage(chosen: string | null, preferred: readonly string[]): Language {
  return chooseLanguage(languages, { chosen, preferred })
}
