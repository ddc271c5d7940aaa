import { describe, expect, it } from 'vitest'
import { languages } from '../../../shared/contract/basics.ts'
import { compose } from './compose.ts'
import { templates } from './templates/index.ts'

const mail = {
  id: 'm',
  device: 'd',
  kind: 'code',
  to: 'ada@example.com',
  code: '000123',
  expiresAt: Date.UTC(2026, 6, 1, 22, 5),
} as const
const place = { name: 'Maison <Foyer> & Co', zone: 'Europe/Berlin' }

describe('a mail with a code', () => {
  it.each(languages)(
    'in %s has the code on a line of its own, the time at the place, and no gap',
    (language) => {
      const { subject, text, html } = compose({ ...mail, language }, place)
      expect(text.split('\n').filter((line) => /^\d{6}$/.test(line))).toEqual(['000123'])
      expect(text).toContain('00:05')
      expect(subject).toContain(place.name)
      expect(subject).not.toContain('000123')
      for (const part of [subject, text, html]) expect(part).not.toMatch(/\{\{|undefined/)
      expect(html).toContain('Maison &lt;Foyer&gt; &amp; Co')
      expect(html).toContain(`<html lang="${language}">`)
    },
  )

  it('has the same words to fill in every language', () => {
    const gaps = (text: string): string[] => text.match(/\{\{\w+\}\}/g) ?? []
    for (const language of languages) {
      for (const [key, text] of Object.entries(templates.en)) {
        expect(gaps(templates[language][key as keyof typeof templates.en])).toEqual(gaps(text))
      }
    }
  })
})
