import { describe, expect, it } from 'vitest'
import { languages } from '../../shared/contract/basics.ts'
import { errorCodes } from '../../shared/contract/errors.ts'
import { errorText } from './errors.ts'
import { kioskWords } from './files.ts'
import { createWords } from './index.ts'

const untilAt = Date.parse('2026-11-23T13:32:00Z')
const say = (error: Parameters<typeof errorText>[1], language: (typeof languages)[number] = 'en'): string =>
  errorText(createWords(kioskWords, language).getFixedT(language, 'errors'), error, 'Europe/Berlin', language)

describe('an error', () => {
  it('says when to try again, in the time of the place (R2.3)', () => {
    expect(say({ code: 'locked', params: { untilAt } })).toBe('Too many wrong codes. Try again at 14:32.')
  })

  it('counts what is left', () => {
    expect(say({ code: 'code-wrong', params: { left: 1 } })).toContain('One try is left')
    expect(say({ code: 'code-wrong', params: { left: 3 } })).toContain('3 tries are left')
  })

  it('names the price and the desk', () => {
    expect(say({ code: 'price-changed', params: { amount: 3000, currency: 'EUR' } })).toContain('€30.00')
    expect(say({ code: 'desk-taken', params: { desk: 'A1' } })).toBe(
      'A1 has just been taken. Pick another one.',
    )
  })

  it('stands without parameters, and with ones that it does not know', () => {
    for (const language of languages) {
      for (const code of errorCodes) {
        for (const params of [{}, { field: 'x' }] as Record<string, string>[]) {
          const text = say({ code, params }, language)
          expect(text).not.toBe(code)
          expect(text).not.toContain('{{')
        }
      }
    }
  })
})
