import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { errorOf, must, openTestHub, type TestDevice, type TestHub } from '../../../../test/fixtures/hub.ts'

let hub: TestHub
let kiosk: TestDevice
beforeEach(async () => {
  hub = await openTestHub()
  kiosk = await hub.device()
})
afterEach(() => hub.close())

const request = (email: string, device = kiosk) => device.ask('code.request', { email, language: 'en' })
const verify = (email: string, code: string) => kiosk.ask('code.verify', { email, code, language: 'en' })
const accounts = () =>
  hub.look().prepare("SELECT count(*) FROM account WHERE email LIKE 'ada.love@%'").pluck().get()

describe('an email that is none', () => {
  it.each([
    '',
    ' ',
    'ada',
    'ada@',
    '@example.com',
    'ada@@example.com',
    'ada example.com',
    'ada@example',
    'ada@example..com',
    'ada@-example.com',
    'ada@example.com, bob@example.com',
    'ada@example.com\nBcc: bob@example.com',
    'Ada <ada@example.com>',
    '<script>@example.com',
    '"ada b"@example.com',
    'ada\u0000@example.com',
    `${'a'.repeat(290)}@example.com`,
    `ada@${'e'.repeat(250)}.com`,
  ])('is refused, and nothing is sent: %o', async (email) => {
    expect(errorOf(await request(email)).code).toBe('invalid-input')
    expect(errorOf(await verify(email, '123456')).code).toBe('invalid-input')
    expect(hub.mails).toEqual([])
    expect(hub.look().prepare('SELECT count(*) FROM code').pluck().get()).toBe(0)
  })

  // Codes by mail to addresses beyond ASCII need a server with SMTPUTF8, and few have it.
  it.each(['адам@example.com', 'ada@münchen.de', '用户@例子.广告'])(
    'in Unicode is refused in plain words, and nothing is sent: %s',
    async (email) => {
      expect(errorOf(await request(email))).toMatchObject({
        code: 'invalid-input',
        params: { field: 'email' },
      })
      expect(hub.mails).toEqual([])
    },
  )

  it('no longer, once its domain is written in ASCII: it is sent to as it was typed', async () => {
    must(await request('ada@xn--mnchen-3ya.de'))
    expect(hub.mails.at(-1)?.to).toBe('ada@xn--mnchen-3ya.de')
  })
})

describe('an email that looks like another', () => {
  it('is the same account however it is written', async () => {
    must(await request(' Ada.Love@Example.COM '))
    expect(hub.mails.at(-1)?.to).toBe('Ada.Love@Example.COM')
    must(await verify('ada.love@example.com', hub.code()))
    hub.system.advance(60_000)
    must(await request('ADA.LOVE@EXAMPLE.COM'))
    must(await verify('Ada.Love@example.com', hub.code()))
    expect(accounts()).toBe(1)
  })

  it('is another one when more than capitals differs', async () => {
    for (const email of [
      'ada@example.com',
      'ada+foyer@example.com',
      'a.da@example.com',
      'ada@mail.example.com',
    ]) {
      must(await request(email))
      expect(must(await verify(email, hub.code())).person.profile.email).toBe(email)
    }
    expect(
      hub
        .look()
        .prepare("SELECT count(*) FROM account WHERE email LIKE 'a%da%' AND email NOT LIKE 'ada.admin%'")
        .pluck()
        .get(),
    ).toBe(4)
  })

  it('shares the lockout with however it is written (R2.3)', async () => {
    must(await request('ada@example.com'))
    const wrong = hub.code() === '000000' ? '000001' : '000000'
    const spellings = [
      'ada@example.com',
      'Ada@example.com',
      'ADA@EXAMPLE.COM',
      ' ada@example.com',
      'aDa@example.com',
    ]
    for (const email of spellings) await verify(email, wrong)
    for (const email of spellings) expect(errorOf(await request(email)).code).toBe('locked')
  })

  it('of the greatest length is taken as it is', async () => {
    const email = `${'a'.repeat(64)}@${['e'.repeat(60), 'x'.repeat(60), 'y'.repeat(60)].join('.')}.com`
    expect(email.length).toBeLessThanOrEqual(254)
    must(await request(email))
    expect(must(await verify(email, hub.code())).person.profile.email).toBe(email)
  })
})

it.each(['', '12345', '1234567', '12a456', '１２３４５６', ' 123456', '-12345'])(
  'a code that is not six digits is none, and no wrong try: %o',
  async (code) => {
    must(await request('ada@example.com'))
    expect(errorOf(await verify('ada@example.com', code)).code).toBe('invalid-input')
    expect(hub.look().prepare('SELECT count(*) FROM wrong_try').pluck().get()).toBe(0)
  },
)
