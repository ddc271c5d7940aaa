import type { Language } from '../../../../shared/contract/basics.ts'
import de from './de.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import es from './es.json' with { type: 'json' }
import fr from './fr.json' with { type: 'json' }

/** The words of the mails (R11.1); `{{place}}` and the like are filled in. */
export type Words = typeof en
export const templates: Record<Language, Words> = { en, de, fr, es }
