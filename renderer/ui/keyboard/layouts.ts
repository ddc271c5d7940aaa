import type { Language } from '../../../shared/contract/basics.ts'

export const layouts = ['text', 'email', 'digits', 'phone', 'code'] as const
export type Layout = (typeof layouts)[number]
export type Page = 'letters' | 'more'

/** What a key does besides typing its own text. */
export type Action = 'shift' | 'erase' | 'enter' | 'space' | 'hide' | 'page'

/** A key: its text, or an action; `span` in half keys, 2 when absent. */
export type Key = { text: string; span?: number } | { action: Action; span?: number }

const letters: Record<Language, readonly [string, string, string]> = {
  en: ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
  de: ['qwertzuiop', 'asdfghjkl', 'yxcvbnm'],
  fr: ['azertyuiop', 'qsdfghjklm', 'wxcvbn'],
  es: ['qwertyuiop', 'asdfghjklñ', 'zxcvbnm'],
}

/** The top row of the text layout: letters that names of the language are made of. */
const accents: Record<Language, string> = {
  en: 'éèáàöüäçñø',
  de: 'äöüßéèáçñø',
  fr: 'éèêëàâçîôù',
  es: 'áéíóúüçàèö',
}

/** Names come from everywhere, so the second page has what the first one lacks. */
const more: readonly string[] = ['1234567890', 'åæœãõăąćčď', 'ęěğıłńňřśš', 'şťůýźżžþđ']
const symbols: readonly string[] = ['1234567890', "!#$%&'*/=?", '^`{|}~', '']

const row = (characters: string): Key[] => [...characters].map((text) => ({ text }))
const act = (action: Action, span?: number): Key => (span === undefined ? { action } : { action, span })

/** The rows of a layout. Twenty half keys fill a row; what is shorter stands in the middle. */
export function rowsOf(layout: Layout, language: Language, page: Page): Key[][] {
  if (layout === 'digits') {
    return [row('123'), row('456'), row('789'), [act('hide'), { text: '0' }, act('erase')]]
  }
  if (layout === 'phone') {
    const last = [act('hide'), act('space'), act('enter')]
    return [row('123'), row('456'), row('789'), [{ text: '+' }, { text: '0' }, act('erase')], last]
  }
  const [top, home, low] = letters[language]
  // Letters and digits of a code that somebody reads out: no capitals, nothing else.
  if (layout === 'code') {
    const lowRow = [act('hide', 3), ...row(low), act('erase', 3)]
    return [row('1234567890'), row(top), row(home.replace('ñ', '')), lowRow]
  }
  const email = layout === 'email'
  const lowRow = (text: string): Key[] => [act('shift', 3), ...row(text), act('erase', 3)]
  if (page === 'more') {
    const [a = '', b = '', c = '', d = ''] = email ? symbols : more
    return [row(a), row(b), row(c), email ? [act('erase', 3)] : lowRow(d.slice(0, 7)), bottom(email)]
  }
  return [row(email ? '1234567890' : accents[language]), row(top), row(home), lowRow(low), bottom(email)]
}

function bottom(email: boolean): Key[] {
  return email
    ? [
        act('hide'),
        act('page'),
        { text: '@' },
        { text: '.' },
        { text: '-' },
        { text: '_' },
        { text: '+' },
        { text: '.com', span: 3 },
        act('enter', 3),
      ]
    : [
        act('hide'),
        act('page'),
        { text: '-' },
        act('space', 8),
        { text: "'" },
        { text: '.' },
        act('enter', 2),
      ]
}

/** The capital of a key; endings of addresses stay as they are. */
export function capitalOf(text: string): string {
  if (text === 'ß') return 'ẞ'
  return text.length > 1 ? text : text.toLocaleUpperCase()
}

/** Endings of addresses that people of a language have, offered beside the field. */
export const endings: Record<Language, readonly string[]> = {
  en: ['@gmail.com', '@outlook.com', '.com', '.org'],
  de: ['@gmail.com', '@gmx.de', '@web.de', '.de'],
  fr: ['@gmail.com', '@orange.fr', '@free.fr', '.fr'],
  es: ['@gmail.com', '@hotmail.com', '@yahoo.es', '.es'],
}
