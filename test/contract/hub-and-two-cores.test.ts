import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OccupancyRow, ReceptionRowOf } from '../fixtures/rows.ts'
import {
  catalogueAtHub,
  openTwoKiosks,
  receptionRowsAtHub,
  replicaOnDisk,
  signIn,
  type TwoKiosks,
  tapDesk,
} from '../fixtures/two-kiosks.ts'

/** Hub and two cores, real sockets and real files, and a network that breaks. */
describe('a hub and two kiosks', () => {
  let world: TwoKiosks
  beforeEach(async () => {
    world = await openTwoKiosks()
  })
  afterEach(() => world?.close())

  const agree = () =>
    vi.waitFor(
      () => {
        const truth = catalogueAtHub(world.hub)
        for (const kiosk of world.kiosks) expect(replicaOnDisk(kiosk)).toEqual(truth)
      },
      { timeout: 10_000, interval: 50 },
    )
  const held = (desk: string) =>
    [...catalogueAtHub(world.hub)]
      .filter(([key]) => key.startsWith('occupancy/'))
      .filter(([, row]) => (row as OccupancyRow).item === desk)
  const deskId = (label: string) =>
    world.kiosks[0].page.view().catalogue?.desks.find((each) => each.label === label)?.id as string

  it('a desk booked at one is taken at the other, and both disks hold what the hub holds (R1.3, I5)', async () => {
    const [one, two] = world.kiosks
    await signIn(one, world.mail, 'paul.passes@example.com')
    await tapDesk(one, 'B2', 'pass')
    const done = await one.page.screen('done')
    expect(done).toMatchObject({ deskLabel: 'B2', today: true, provisional: false, paid: { kind: 'pass' } })
    expect(done.pass.split('.')).toHaveLength(3)
    await two.page.until(
      ({ catalogue }) => catalogue?.desks.find(({ label }) => label === 'B2')?.state === 'taken',
    )
    await agree()
  })

  it('both promise the same desk while the network is down: nobody is thrown out, one record is kept (R9.4, I1)', async () => {
    const [one, two] = world.kiosks
    await signIn(one, world.mail, 'paul.passes@example.com')
    await signIn(two, world.mail, 'fatima.fulltime@example.com')
    for (const { network } of world.kiosks) network.cut()
    for (const { page } of world.kiosks) await page.until(({ shell }) => shell?.link !== 'online')
    await tapDesk(one, 'C3', 'pass')
    await tapDesk(two, 'C3', 'pass')
    for (const { page } of world.kiosks) {
      expect(await page.screen('done')).toMatchObject({ deskLabel: 'C3', provisional: true, pass: '' })
    }
    one.network.heal()
    expect(await one.page.screen('done', ({ provisional }) => !provisional)).toMatchObject({
      deskLabel: 'C3',
      insteadOf: null,
    })
    two.network.heal()
    const second = await two.page.screen('done', ({ provisional }) => !provisional)
    expect(second.insteadOf).toBe('C3')
    expect(second.deskLabel).not.toBe('C3')
    expect(held(deskId('C3'))).toHaveLength(1)
    expect(held(deskId(second.deskLabel))).toHaveLength(1)
    const conflicts = receptionRowsAtHub<ReceptionRowOf<'conflict'>>(world.hub, 'conflict')
    expect(conflicts).toHaveLength(1)
    expect(conflicts[0]).toMatchObject({ desk: 'C3', given: second.deskLabel })
    await agree()
  })

  it('the network swallows the answer: the screen confirms after 2 s, the hub has the booking once (R9.1, I2)', async () => {
    const [one] = world.kiosks
    await signIn(one, world.mail, 'paul.passes@example.com')
    one.network.blackHole()
    await tapDesk(one, 'B7', 'pass')
    expect(await one.page.screen('done')).toMatchObject({ deskLabel: 'B7', provisional: true })
    one.network.heal()
    await one.page.screen('done', ({ provisional }) => !provisional)
    expect(held(deskId('B7'))).toHaveLength(1)
    await agree()
  })

  it('the same facts have the same verdict with and without the hub (I4)', async () => {
    const [one, two] = world.kiosks
    await signIn(one, world.mail, 'newcomer.one@example.com')
    await signIn(two, world.mail, 'newcomer.two@example.com')
    two.network.cut()
    await two.page.until(({ shell }) => shell?.link !== 'online')
    for (const kiosk of world.kiosks) await tapDesk(kiosk, 'A4', 'pass')
    for (const { page } of world.kiosks) {
      const screen = await page.screen('desks', ({ error }) => error !== null)
      expect(screen.error?.code).toBe('no-pass-left')
    }
  })
})
