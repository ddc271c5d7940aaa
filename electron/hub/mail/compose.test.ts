import { describe, expect, it } from 'vitest'
import { languages } from '../../../shared/contract/basics.ts'
import type { AnswerMail, InvitationMail } from '../seam/mails.ts'
import { compose } from './compose.ts'
import { templates } from './templates/index.ts'

const place = { name: 'Maison <Foyer> & Co', zone: 'Europe/Berlin' }
const mail = {
  place,
  id: 'm',
  device: 'd',
  kind: 'code',
  to: 'ada@example.com',
  code: '000123',
  expiresAt: Date.UTC(2026, 6, 1, 22, 5),
} as const
const invitation: Omit<InvitationMail, 'language'> = {
  place,
  id: 'm',
  device: 'd',
  kind: 'invitation',
  to: 'ada@example.com',
  name: 'Ada <Lovelace>',
  by: 'Noor $& Haddad',
  brings: ['Full-time', 'D2', '{{by}}'],
  startsOn: '2026-08-01',
  url: `https://foyer.example/activate/${'a'.repeat(43)}`,
  expiresAt: Date.UTC(2026, 6, 1, 22, 5),
}
const answer: Omit<AnswerMail, 'language'> = {
  place,
  id: 'm',
  device: 'd',
  kind: 'answer',
  to: 'ada@example.com',
  name: 'Ada',
  question: 'Where do I park?',
  answer: 'In the courtyard.\n\nThe gate is open.',
  by: 'Tom Berger',
}
describe.each(languages)('mails in %s', (language) => {
  it('with a code have it on a line of its own, the time at the place, and no gap', () => {
    const { subject, text, html, automatic } = compose({ ...mail, language })
    expect(text.split('\n').filter((line) => /^\d{6}$/.test(line))).toEqual(['000123'])
    expect(text).toContain('00:05')
    expect(subject).toContain(place.name)
    expect(subject).not.toContain('000123')
    expect(automatic).toBe(true)
    for (const part of [subject, text, html]) expect(part).not.toMatch(/\{\{|undefined/)
    expect(html).toContain('Maison &lt;Foyer&gt; &amp; Co')
    expect(html).toContain(`<html lang="${language}">`)
  })

  it.each(['invitation', 'reminder'] as const)(
    'of an %s say who, what, from when, until when (R4.1)',
    (kind) => {
      const { subject, text, html } = compose({ ...invitation, kind, language })
      for (const part of ['Noor $& Haddad', 'Ada <Lovelace>', 'Full-time', 'D2', '2026', '0:05', place.name])
        expect(text).toContain(part)
      expect(text.split('\n')).toContain(invitation.url)
      expect(subject).toContain(place.name)
      expect(html).toContain(`href="${invitation.url}"`)
      expect(html).toContain('Ada &lt;Lovelace&gt;')
      expect(html).toContain('prefers-color-scheme:dark')
      expect(html).not.toMatch(/<img|<script|undefined|src=/)
      // What was filled in is no gap, even where it looks like one.
      expect(text).toContain('{{by}}')
    },
  )

  it('that answer keep the words as they were written', () => {
    const { subject, text, automatic } = compose({ ...answer, language })
    expect(text).toContain('> In the courtyard.\n> \n> The gate is open.')
    expect(text).toContain('Where do I park?')
    expect(text).toContain('Tom Berger')
    expect(subject).not.toContain('courtyard')
    expect(automatic).toBe(false)
    expect(compose({ ...answer, name: '', language }).text).not.toContain('Ada')
  })

  it('have every word of the others, with the same gaps, and no exclamation mark', () => {
    const own = flat(templates[language])
    const english = flat(templates.en)
    expect([...own.keys()]).toEqual([...english.keys()])
    for (const [key, text] of english) {
      expect([key, gaps(own.get(key))]).toEqual([key, gaps(text)])
      expect(own.get(key)).not.toMatch(/[!¡]/)
    }
  })
})

it('an invitation has the name that the button has everywhere (PRODUCT.md, R4.1)', () => {
  expect(compose({ ...invitation, language: 'en' }).html).toContain('>Activate my account</a>')
})

it('what has begun, or brings nothing, is not spoken of', () => {
  const { text } = compose({ ...invitation, brings: [], startsOn: null, language: 'en' })
  expect(text).not.toMatch(/comes with|begins/)
})

it('a name from right to left stands apart from what is around it', () => {
  const { text, subject } = compose({
    ...invitation,
    place: { ...place, name: 'بيت' },
    by: 'نور حداد',
    language: 'en',
  })
  expect(text).toContain('\u2068نور حداد\u2069 has made you a member of \u2068بيت\u2069.')
  expect(subject).not.toMatch(/[\u2068\u2069]/)
})

const gaps = (text = ''): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted()

function flat(words: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]: [string, string | object]) =>
      typeof value === 'string'
        ? [[`${prefix}${key}`, value] as const]
        : [...flat(value, `${prefix}${key}.`)],
    ),
  )
}
