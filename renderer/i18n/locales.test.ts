import { describe, expect, it } from 'vitest'
import { languages } from '../../shared/contract/basics.ts'
import { errorCodes } from '../../shared/contract/errors.ts'
import { kioskWords, mailboxWords, phoneWords, receptionWords } from './files.ts'

type Words = { [key: string]: string | Words }
const files = import.meta.glob<Words>('./locales/*/*.json', { eager: true, import: 'default' })
const sources = import.meta.glob<string>('../**/*.tsx', { eager: true, query: '?raw', import: 'default' })

function flat(words: Words, prefix = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  )
}

const wordsOf = (language: string, namespace: string): Map<string, string> =>
  new Map(flat(files[`./locales/${language}/${namespace}.json`] ?? {}))

/** Languages have different plurals, so their keys are compared without them. */
const stem = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '')
const holes = (text: string): string[] => (text.match(/\{\{.*?\}\}/g) ?? []).toSorted()
const namespaces = Object.keys(files)
  .filter((path) => path.startsWith('./locales/en/'))
  .map((path) => path.slice('./locales/en/'.length, -'.json'.length))

describe.each(namespaces)('%s', (namespace) => {
  const english = wordsOf('en', namespace)

  it.each(languages)('has the same keys in %s', (language) => {
    const stems = (words: Map<string, string>): string[] =>
      [...new Set([...words.keys()].map(stem))].toSorted()
    expect(stems(wordsOf(language, namespace))).toEqual(stems(english))
  })

  it.each(languages)('fills the same holes in %s, says something, and does not shout', (language) => {
    const wrong = [...wordsOf(language, namespace)].filter(([key, text]) => {
      if (text.trim() === '' || /!|¡/.test(text)) return true
      const original = english.get(key) ?? english.get(`${stem(key)}_other`)
      // "one" may say the number as a word.
      if (!original || /_(zero|one)$/.test(key)) return false
      return holes(text).join() !== holes(original).join()
    })
    expect(wrong).toEqual([])
  })
})

it('words every error code', () => {
  const errors = wordsOf('en', 'errors')
  expect(errorCodes.filter((code) => !errors.has(code))).toEqual([])
})

it.each([
  ['kiosk', kioskWords],
  ['reception', receptionWords],
  ['phone', phoneWords],
  ['mailbox', mailboxWords],
] as const)('comes with all that the page %s asks for', (page, words) => {
  const asked = Object.entries(sources)
    .filter(([path]) => path.startsWith(`../${page}/`) || path.startsWith('../ui/'))
    .flatMap(([, source]) => [
      ...source.matchAll(/(?:useTranslation\(|getFixedT\([^)]*?)\[?((?:'\w+'(?:, )?)+)/g),
    ])
    .flatMap(([, names = '']) => names.match(/\w+/g) ?? [])
  const missing = asked.filter((name) => !(`./locales/en/${name}.json` in words))
  expect([...new Set(missing)]).toEqual([])
  expect(Object.keys(words).length % languages.length).toBe(0)
  expect(asked).not.toEqual([])
})

/** Commands to be typed (`<code>`) are the same in every language. */
it('has no text in components (R11.1)', () => {
  const found: string[] = []
  for (const [path, source] of Object.entries(sources)) {
    if (path.includes('.test.')) continue
    const code = source
      .replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
      .replace(/<code[\s\S]*?<\/code>/g, '')
    for (const [, text] of code.matchAll(/<[A-Za-z][^<>{}]*>\s*([^<>{}=;()]*\p{L}{2,}[^<>{}=;()]*)\s*<\//gu))
      found.push(`${path}: ${text}`)
    for (const [whole] of code.matchAll(/\b(?:aria-label|title|placeholder|alt|label)="[^"]*\p{L}[^"]*"/gu))
      found.push(`${path}: ${whole}`)
  }
  expect(found).toEqual([])
})
