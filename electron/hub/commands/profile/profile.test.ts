import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { errorOf, must, openTestHub, type TestDevice, type TestHub } from '../../../../test/fixtures/hub.ts'
import { looksOf, twoHalves } from '../../../../test/fixtures/pictures.ts'

let hub: TestHub
let kiosk: TestDevice
let session: string
beforeEach(async () => {
  hub = await openTestHub()
  kiosk = await hub.device()
  session = await hub.signIn(kiosk, 'ada@example.com', 'Ada')
})
afterEach(() => hub.close())

const update = (over: { name?: string; phone?: string; bio?: string }) =>
  kiosk.ask('profile.update', { name: 'Ada', phone: '', bio: '', ...over }, { session })
const profile = async () => must(await kiosk.ask('person.get', {}, { session })).person.profile

describe('the profile (R3.4)', () => {
  it('is given back as it is, at any time, and nothing of it is kept with the command', async () => {
    expect(await profile()).toEqual({
      email: 'ada@example.com',
      name: 'Ada',
      phone: '',
      bio: '',
      company: '',
      photo: null,
      bannerDismissed: false,
    })
    expect(hub.look().prepare("SELECT count(*) FROM command WHERE type = 'person.get'").pluck().get()).toBe(0)
  })

  it.each([
    ['030 5550142', '+49305550142'],
    ['(030) 555-0142', '+49305550142'],
    ['+44 20 7946 0958', '+442079460958'],
    ['0033 1 23 45 67 89', '+33123456789'],
    ['+٣٣ ١ ٢٣ ٤٥ ٦٧ ٨٩', '+33123456789'],
    ['', ''],
  ])('takes the phone %o, and keeps %o', async (typed, kept) => {
    expect(must(await update({ phone: typed })).person.profile.phone).toBe(kept)
    // What is kept is taken again as it stands.
    expect(must(await update({ phone: kept })).person.profile.phone).toBe(kept)
  })

  it.each(['12', '+', 'call me', '+999 123456', '030 5550142 or 030 5550143', '++49305550142', '<b>030</b>'])(
    'says so when %o is no phone',
    async (phone) => {
      expect(errorOf(await update({ phone, name: 'Eve' })).code).toBe('phone-invalid')
      expect((await profile()).name).toBe('Ada')
    },
  )

  it.each(['محمد علي', '👩🏽‍💻 Ada', '北京 張偉', 'שרה'])('keeps the name %s', async (name) => {
    expect(must(await update({ name })).person.profile.name).toBe(name)
    expect(
      must(await kiosk.ask('terms.accept', { name, version: 1, language: 'en' }, { session })).person.profile
        .name,
    ).toBe(name)
  })

  it('needs a name that one can see', async () => {
    expect(errorOf(await update({ name: '\u202E\u0007' })).code).toBe('name-needed')
    expect(errorOf(await update({ name: '   ' })).code).toBe('invalid-input')
    const accept = await kiosk.ask(
      'terms.accept',
      { name: '\u2066', version: 1, language: 'en' },
      { session },
    )
    expect(errorOf(accept).code).toBe('name-needed')
  })

  it('keeps the lines of a bio', async () => {
    expect(must(await update({ bio: 'I build boats.\r\nAnd\u202E sails.' })).person.profile.bio).toBe(
      'I build boats.\nAnd sails.',
    )
  })

  it('is not asked for any more once the banner was dismissed, whatever comes after', async () => {
    expect(
      must(await kiosk.ask('profile.dismissBanner', {}, { session })).person.profile.bannerDismissed,
    ).toBe(true)
    must(await update({ name: 'Ada L' }))
    const again = await hub.signIn(await hub.device(), 'ada@example.com')
    expect(again).toBeTruthy()
    expect((await profile()).bannerDismissed).toBe(true)
  })

  it('reaches the person’s other sessions', async () => {
    const phone = hub.phone()
    const own = await hub.signIn(phone, 'ada@example.com')
    must(await phone.ask('profile.update', { name: 'Ada L', phone: '', bio: '' }, { session: own }))
    expect(hub.commits.at(-1)?.effects).toMatchObject([
      { kind: 'person', device: kiosk.id, person: { profile: { name: 'Ada L' } } },
    ])
  })
})

describe('the photo (R3.4, R10.3)', () => {
  const picture = twoHalves(900, 700).toBuffer('image/png').toString('base64')

  it('is kept as the hub made it, named by its hash, and gone when it is removed', async () => {
    const { photo } = must(await kiosk.ask('photo.put', { image: picture }, { session })).person.profile
    expect(photo).toMatch(/^[0-9a-f]{64}$/)
    const { image } = must(await kiosk.ask('photo.get', {}, { session }))
    const [head, data = ''] = image?.split(',') ?? []
    expect(head).toBe('data:image/jpeg;base64')
    expect(await looksOf(Buffer.from(data, 'base64'), [])).toMatchObject({ width: 512, height: 512 })

    expect(must(await kiosk.ask('photo.remove', {}, { session })).person.profile.photo).toBeNull()
    expect(must(await kiosk.ask('photo.get', {}, { session })).image).toBeNull()
    expect(hub.look().prepare('SELECT count(*) FROM photo').pluck().get()).toBe(0)
    must(await kiosk.ask('photo.remove', {}, { session }))
  })

  it('takes the place of an earlier one, and stays when what comes is none', async () => {
    must(await kiosk.ask('photo.put', { image: picture }, { session }))
    const other = twoHalves(300, 300).toBuffer('image/jpeg').toString('base64')
    const { photo } = must(await kiosk.ask('photo.put', { image: other }, { session })).person.profile
    const bad = await kiosk.ask('photo.put', { image: Buffer.from('<svg/>').toString('base64') }, { session })
    expect(errorOf(bad).code).toBe('photo-invalid')
    expect((await profile()).photo).toBe(photo)
  })

  it('is only the person’s own', async () => {
    must(await kiosk.ask('photo.put', { image: picture }, { session }))
    const other = await hub.device(['kiosk'], 'Kiosk 2')
    const theirs = await hub.signIn(other, 'bob@example.com', 'Bob')
    expect(must(await other.ask('photo.get', {}, { session: theirs })).image).toBeNull()
  })

  it('is not even looked at without a session', async () => {
    expect(errorOf(await hub.phone('eve').ask('photo.put', { image: 'no base64' })).code).toBe(
      'session-invalid',
    )
    const larger = await kiosk.ask('photo.put', { image: 'A'.repeat(900_001) }, { session })
    expect(errorOf(larger)).toMatchObject({ code: 'invalid-input', params: { field: 'image' } })
  })
})

describe('what became of a mail, for a phone (R2.5)', () => {
  it('is told to the phone that asked for it, and to no other', async () => {
    const [phone, stranger] = [hub.phone('ada'), hub.phone('eve')]
    const { mail } = must(await phone.ask('code.request', { email: 'ada@example.com', language: 'en' }))
    expect(must(await phone.ask('mail.status', { mail }))).toEqual({ status: 'queued', detail: '' })
    await hub.engine.mailStatus(mail, 'refused', 'No such mailbox here')
    expect(must(await phone.ask('mail.status', { mail }))).toEqual({
      status: 'refused',
      detail: 'No such mailbox here',
    })
    const unknown = errorOf(await phone.ask('mail.status', { mail: 'nothing' }))
    expect(errorOf(await stranger.ask('mail.status', { mail }))).toEqual(unknown)
    expect(unknown).toEqual({ code: 'invalid-input', params: { field: 'mail' } })
  })
})
