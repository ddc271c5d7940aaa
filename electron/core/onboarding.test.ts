import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { PayloadOf } from '../../shared/contract/commands.ts'
import { failure } from '../../shared/contract/errors.ts'
import type { Person } from '../../shared/contract/person.ts'
import type { ItemRow } from '../../shared/contract/rows.ts'
import { ok } from '../../shared/domain/result.ts'
import { alwaysOpen, coreAndHub, isOn, prove } from '../../test/fixtures/core-and-hub.ts'
import type { TestPage } from '../../test/fixtures/core-page.ts'
import { byTheHour, item, person } from '../../test/fixtures/place.ts'

/** Onboarding through a real core and a real socket; the hub is a script. */
const at = coreAndHub()

const picture = Buffer.from('a picture of the room')
const photo = createHash('sha256').update(picture).digest('hex')
const room = item('room', 'room', { bookable: byTheHour, photo })
const lounge = item('lounge', 'room', { bookable: byTheHour, visibility: 'location-members' })
const post = item('post', 'feed', { price: null })
const help = item('help', 'support', { price: null })
const row = (one: ItemRow) => ({ kind: 'item', id: one.id, row: one })
const price = { amount: 1200, currency: 'EUR' }
const billing = {
  name: 'Analytical Engines',
  street: 'Ohlauer Allee 17',
  postalCode: '10999',
  city: 'Berlin',
  country: 'DE',
  taxId: 'DE129273398',
}
const profile = { phone: '+4930901820', bio: 'Countess', photo: 'f'.repeat(64) }
const known = (): Person => {
  const someone = person({ hasBilling: true })
  return { ...someone, profile: { ...someone.profile, ...profile }, billing }
}
const done = (who = known()) => ok({ order: null, person: who })

beforeEach(() => {
  at.hub.change('catalogue', [
    { kind: 'location', id: alwaysOpen.id, row: { ...alwaysOpen, asksBilling: true } },
    row(room),
    row(post),
    row(help),
  ])
  at.hub.on('offers.list', () => ok({ items: [lounge], desks: [], occupancies: [] }))
  at.hub.on('photo.get', () => ok({ image: 'data:image/webp;base64,UEhPVE8tT0YtQURB' }))
  at.hub.on('image.get', ({ payload }) =>
    (payload as PayloadOf<'image.get'>).hash === photo
      ? ok({ image: picture.toString('base64') })
      : failure('item-unknown'),
  )
  at.hub.on('comments.list', () =>
    ok({ comments: [{ id: 'c', by: 'Grace Hopper', at: 1, text: 'Nanoseconds matter' }] }),
  )
  at.hub.on('terms.accept', () => ok({ person: person() }))
  at.hub.on('billing.save', () => ok({ person: known() }))
  at.hub.on('item.book', () => done())
  at.hub.on('support.ask', () => ok({ person: known() }))
})

const sent = (type: string) => at.hub.done.filter((one) => one.type === type)

/** The first hour that is free tomorrow. */
const pickRoom = async (page: TestPage<'kiosk'>): Promise<void> => {
  await page.until(({ catalogue }) => catalogue.items.some(({ id }) => id === 'room'))
  await page.send('openItem', { item: 'room' })
  const opened = await page.until(isOn('item'))
  const date = opened.screen.name === 'item' ? opened.screen.times?.days[1] : undefined
  if (!date) throw new Error('no day')
  await page.send('pickDate', { date })
  const { screen } = await page.until(
    (view) => view.screen.name === 'item' && view.screen.times?.date === date,
  )
  const slot = screen.name === 'item' ? screen.times?.slots[20] : undefined
  if (!slot) throw new Error('no time')
  await page.send('pickTime', { time: { from: slot.from, until: slot.until } })
  await page.until((view) => view.screen.name === 'item' && Boolean(view.screen.times?.picked))
}

describe('onboarding', () => {
  it('a stranger reserves a room: email, code, name and terms, billing details, done (R2.1, R3.1, R3.3)', async () => {
    at.isWho(person({ hasName: false, acceptedTerms: [] }, ''))
    const page = at.openPage(await at.start())
    await pickRoom(page)
    await page.send('act', { price, text: '' })
    await prove(page)
    await page.until(isOn('terms'))
    await page.send('acceptTerms', { name: 'Ada Lovelace', version: 1 })
    await page.until(isOn('billing'))
    await page.send('saveBilling', billing)
    const { screen } = await page.until(isOn('ordered'))
    expect(screen).toMatchObject({ what: 'reservation', item: { id: 'room' } })
    expect(sent('item.book')).toMatchObject([
      { session: 'token.secret', seq: 0, payload: { item: 'room', price } },
    ])
    await page.send('home', {})
    const { shell } = await page.until(isOn('home'))
    expect(shell.banner).toBe(false)
  })

  it('an answer that was lost: tapping again is the same reservation (I2)', async () => {
    at.isWho(known())
    const page = at.openPage(await at.start())
    await pickRoom(page)
    at.hub.on('item.book', () => 'silence')
    await page.send('act', { price, text: '' })
    await prove(page)
    await vi.waitFor(() => expect(sent('item.book')).toHaveLength(1), 3000)
    at.hub.cut()
    await at.hub.stop()
    await page.until(
      (view) => view.screen.name === 'item' && view.screen.error?.code === 'hub-unreachable',
      9000,
    )
    at.hub.on('item.book', () => done())
    await at.hub.start()
    await page.until(({ shell }) => shell.link === 'online')
    await page.send('act', { price, text: '' })
    await page.until(isOn('ordered'))
    const ids = sent('item.book').map(({ payload }) => (payload as PayloadOf<'item.book'>).reservation)
    expect(new Set(ids).size).toBe(1)
  }, 20_000)

  it('pictures are named once they are here, and what members see goes with them (R1.2, R10.3)', async () => {
    at.isWho(known())
    const page = at.openPage(await at.start())
    await page.until(({ catalogue }) => catalogue.items.find(({ id }) => id === 'room')?.photo === photo)
    const file = join(at.dir, 'images', `${photo}.webp`)
    expect(readFileSync(file)).toEqual(picture)
    await page.send('start', { purpose: 'account' })
    await prove(page)
    const view = await page.until(({ catalogue }) => catalogue.items.some(({ id }) => id === 'lounge'))
    expect(sent('offers.list')).toMatchObject([{ session: 'token.secret' }])
    await page.until(({ shell }) => shell.person?.photo === 'data:image/webp;base64,UEhPVE8tT0YtQURB')
    expect(view.shell.person?.initials).toBe('AL')
    at.hub.emit('offers', { session: 'token', offers: { items: [], desks: [], occupancies: [] } })
    await page.until(({ catalogue }) => catalogue.items.every(({ id }) => id !== 'lounge'))
    at.hub.emit('offers', { session: 'token', offers: { items: [lounge], desks: [], occupancies: [] } })
    await page.until(({ catalogue }) => catalogue.items.some(({ id }) => id === 'lounge'))
    await page.send('logOut', {})
    await page.until(({ catalogue }) => catalogue.items.every(({ id }) => id !== 'lounge'))
    at.hub.change('catalogue', [row({ ...room, photo: null })])
    await vi.waitFor(() => expect(existsSync(file)).toBe(false))
  })

  it('the phone goes on, and the kiosk follows and greets (R7.4)', async () => {
    at.hub.on('handoff.begin', () =>
      ok({ handoff: 'h1', url: 'https://hub.example/p/x', expiresAt: Date.now() + 600_000 }),
    )
    const page = at.openPage(await at.start())
    await page.until(({ shell }) => shell.handoff === 'https://hub.example/p/x')
    await page.until(isOn('home'))
    at.hub.emit('handoff', { handoff: 'h1', step: 'opened' })
    await page.until(isOn('phone'))
    at.hub.emit('greeted', { handoff: 'h1', session: 'phone.secret', person: known() })
    const { shell } = await page.until(isOn('desks'))
    expect(shell.person?.firstName).toBe('Ada')
    await vi.waitFor(() => expect(sent('handoff.begin').length).toBeGreaterThan(1))
    at.hub.emit('greeted', { handoff: 'h2', session: 'other.secret', person: person() })
    await vi.waitFor(() => expect(sent('session.end')).toMatchObject([{ session: 'other.secret' }]))
    expect(page.view().screen.name).toBe('desks')
  })

  it('a pass before the scanner signs its holder in (R7.2)', async () => {
    at.hub.on('pass.present', () => ok({ session: 'pass.secret', person: person() }))
    const page = at.openPage(await at.start())
    await page.until(isOn('home'))
    await page.send('scan', {})
    await page.send('presentPass', { text: 'FOYER.pass' })
    await page.until(isOn('desks'))
    expect(sent('pass.present')).toMatchObject([{ payload: { text: 'FOYER.pass' } }])
  })

  it('writes nothing of anybody to its disk: name, email, phone, photo, comment, question, billing (I7)', async () => {
    at.isWho(person({ hasName: false, acceptedTerms: [] }, ''))
    const page = at.openPage(await at.start())
    await pickRoom(page)
    await page.send('act', { price, text: '' })
    await prove(page)
    await page.until(isOn('terms'))
    await page.send('acceptTerms', { name: 'Ada Lovelace', version: 1 })
    await page.until(isOn('billing'))
    await page.send('saveBilling', billing)
    await page.until(isOn('ordered'))
    await page.until(({ shell }) => Boolean(shell.person?.photo))
    await page.send('openItem', { item: 'post' })
    await page.until((view) => view.screen.name === 'item' && view.screen.comments?.length === 1)
    await page.send('act', { price: null, text: 'A remark on looms' })
    await page.until((view) => view.screen.name === 'item' && view.screen.sent)
    await page.send('openItem', { item: 'help' })
    await page.send('act', { price: null, text: 'Where is the punch-card reader' })
    await page.until(
      (view) => view.screen.name === 'item' && view.screen.item.id === 'help' && view.screen.sent,
    )
    const secrets = [
      'lovelace',
      'ada@',
      'example.com',
      '+4930901820',
      'countess',
      'uehpve8tt0ytqurb',
      'hopper',
      'nanoseconds',
      'looms',
      'punch-card',
      'ohlauer',
      'analytical engines',
      'de129273398',
      'lounge',
    ]
    const search = (): void => {
      for (const { name, text } of at.disk())
        for (const secret of secrets) expect(text.includes(secret), `${name}: ${secret}`).toBe(false)
    }
    // Pictures come when they come; this one names nobody and is looked at too.
    await vi.waitFor(() => expect(at.disk().map(({ name }) => name)).toContain(`${photo}.webp`), 5_000)
    search()
    await page.send('logOut', {})
    await page.until((view) => view.shell.person === null)
    search()
  })
})
