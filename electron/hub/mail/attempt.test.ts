import { describe, expect, it } from 'vitest'
import { accepted, classify, plainReason } from './attempt.ts'

describe('the words of a mail server', () => {
  it('lose their codes and line breaks', () => {
    const reply = '550-5.1.1 The email account that you tried to reach\r\n550 5.1.1 does not exist.'
    expect(plainReason(reply, [])).toBe('The email account that you tried to reach does not exist.')
  })

  it('are cut at 200 characters and repeat no secret', () => {
    expect(plainReason(`550 ${'x'.repeat(400)}`, [])).toHaveLength(200)
    expect(plainReason('554 spam: your code is 123456', ['123456', ''])).toBe('spam: your code is …')
  })
})

describe('an error while sending', () => {
  it.each([
    [{ code: 'EENVELOPE', responseCode: 550, response: '550 5.7.1 Blocked' }, 'refused', 'Blocked'],
    [
      { code: 'EMESSAGE', responseCode: 552, response: '552' },
      'refused',
      'The mail server refused it (552).',
    ],
    [{ code: 'EENVELOPE', responseCode: 503, response: '503 Bad sequence' }, 'later', 'Bad sequence'],
    [{ code: 'EENVELOPE', responseCode: 421, response: '421 4.3.2 Shutting down' }, 'later', 'Shutting down'],
    [
      { code: 'EENVELOPE', message: 'Invalid recipient' },
      'refused',
      'The mail server cannot send to this address.',
    ],
    [
      { code: 'EAUTH', responseCode: 454, response: '454 later' },
      'later',
      'The mail server did not accept our user name and password.',
    ],
    [
      { code: 'EAUTH', responseCode: 535, response: '535 no' },
      'broken',
      'The mail server did not accept our user name and password.',
    ],
    [{ code: 'EDNS', originalCode: 'ENOTFOUND' }, 'later', "The mail server's name is not known."],
    [{ code: 'ESOCKET', originalCode: 'ECONNREFUSED' }, 'later', 'The mail server cannot be reached.'],
    [new Error('anything else'), 'later', 'The mail server cannot be reached.'],
  ])('%o is %s', (error, kind, detail) => {
    expect(classify(error, [])).toEqual({ kind, detail })
  })

  it('keeps the reply code of what was accepted', () => {
    expect(accepted('250 2.0.0 Ok: queued as 9E1F')).toEqual({ kind: 'accepted', detail: '250' })
  })
})
