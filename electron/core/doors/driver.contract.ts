import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { DoorDriver, DoorEvent, HeldGrant } from './driver.ts'
import { DoorActionFailed, DoorUnreachable } from './errors.ts'

/** A controller with nothing on it, and a hand that can touch it. */
export interface ControllerUnderTest {
  /** Not connected yet. May be called again for another device that talks to the same controller. */
  driver(): DoorDriver
  now(): Instant
  swipe(credential: number): Promise<boolean>
  turnClock(aheadMs: number): Promise<void>
  powerOff(): Promise<void>
  powerOn(): Promise<void>
  dispose(): Promise<void>
}

const day = 86_400_000

/** What every driver must do with the controller it is made for; a test file calls this with a way to get one. */
export function doorDriverContract(name: string, start: () => Promise<ControllerUnderTest>): void {
  describe(`door driver contract: ${name}`, () => {
    let controller: ControllerUnderTest
    let driver: DoorDriver

    beforeEach(async () => {
      controller = await start()
      driver = controller.driver()
    })
    afterEach(async () => {
      await driver.close()
      await controller.dispose()
    })

    const grant = (
      id: string,
      credential: number,
      from = controller.now() - day,
      until: Instant | null = controller.now() + day,
    ): HeldGrant => ({ grant: id, credential, from, until })

    it('knows nobody before it was told to connect', async () => {
      expect(driver.status().connection.state).toBe('disconnected')
      await expect(driver.revoke('g')).rejects.toBeInstanceOf(DoorUnreachable)
    })

    it('connects by itself when the controller is switched on later', async () => {
      await controller.powerOff()
      driver.connect()
      await expect(driver.grant(grant('g', 1))).rejects.toBeInstanceOf(DoorUnreachable)
      await controller.powerOn()
      await connected(driver)
      await driver.grant(grant('g', 1))
      expect(driver.status().confirmedAt).not.toBeNull()
    })

    it('holds what it was given, once, however often it is given', async () => {
      await connected(driver)
      const wanted = grant('g', 1)
      await driver.grant(wanted)
      await driver.grant(wanted)
      expect(await all(driver)).toEqual([wanted])
    })

    it('replaces what it holds for the same grant', async () => {
      await connected(driver)
      await driver.grant(grant('g', 1))
      const changed = grant('g', 2, controller.now(), null)
      await driver.grant(changed)
      expect(await all(driver)).toEqual([changed])
      expect(await controller.swipe(1)).toBe(false)
      expect(await controller.swipe(2)).toBe(true)
    })

    it('takes "it was not there" for success when it revokes', async () => {
      await connected(driver)
      await driver.grant(grant('g', 1))
      expect(await driver.revoke('g')).toEqual({ state: 'gone' })
      expect(await driver.revoke('g')).toEqual({ state: 'gone' })
      expect(await all(driver)).toEqual([])
    })

    it('lists more than fits on one page', async () => {
      await connected(driver)
      const wanted = Array.from({ length: 123 }, (_, n) => grant(`g${n}`, n))
      for (const one of wanted) await driver.grant(one)
      expect(new Set((await all(driver)).map((held) => held.grant)).size).toBe(123)
    })

    it('lets a credential in within its window and no more after it was revoked', async () => {
      await connected(driver)
      await driver.grant(grant('now', 1))
      await driver.grant(grant('tomorrow', 2, controller.now() + day, controller.now() + 2 * day))
      await driver.grant(grant('yesterday', 3, controller.now() - 2 * day, controller.now() - day))
      expect(await controller.swipe(1)).toBe(true)
      expect(await controller.swipe(2)).toBe(false)
      expect(await controller.swipe(3)).toBe(false)
      await driver.revoke('now')
      expect(await controller.swipe(1)).toBe(false)
    })

    it('says who opened the door and why', async () => {
      await connected(driver)
      const { result } = await driver.unlock(order({ reason: 'check-in', grant: 'g' }))
      expect(['opened', 'accepted']).toContain(result)
      const [event] = await take(driver, 1)
      expect(event).toMatchObject({ kind: 'unlocked', grant: 'g', reason: 'check-in' })
      expect(event?.index).toBeGreaterThan(0)
      expect(event?.controller).not.toBe('')
    })

    it('does not open later than it may', async () => {
      await connected(driver)
      await expect(driver.unlock(order({ notAfter: controller.now() - 60_000 }))).rejects.toBeInstanceOf(
        DoorActionFailed,
      )
      await controller.swipe(7)
      expect((await take(driver, 1))[0]?.kind).toBe('denied')
    })

    it('brings every event that happened while nobody listened, in order and once', async () => {
      await connected(driver)
      for (let n = 0; n < 60; n++) await controller.swipe(n)
      const events = await take(driver, 60)
      const first = events[0]?.index ?? 0
      expect(events.map(({ index }) => index)).toEqual(Array.from({ length: 60 }, (_, n) => first + n))
      await controller.swipe(99)
      const [next] = await take(driver, 1, events.at(-1)?.index)
      expect(next?.index).toBe(first + 60)
    })

    it('sees how far the clock is off and sets it', async () => {
      await connected(driver)
      await controller.turnClock(day)
      await driver.setClock?.(controller.now())
      expect(Math.abs(driver.status().clockSkewMs ?? day)).toBeLessThan(2_000)
    })

    it('comes back by itself after a power cut and still holds what it held', async () => {
      await connected(driver)
      await driver.grant(grant('g', 1))
      await controller.powerOff()
      await happens(() => driver.status().connection.state !== 'online')
      await controller.powerOn()
      await connected(driver)
      expect((await all(driver)).map((held) => held.grant)).toEqual(['g'])
    })

    it('ends what is in flight when it is closed', async () => {
      await connected(driver)
      await controller.powerOff()
      const asked = driver.revoke('g').catch((error: unknown) => error)
      await driver.close()
      expect(await asked).toBeInstanceOf(Error)
      expect(driver.status().connection.state).toBe('disconnected')
    })

    const order = (
      over: Partial<Parameters<DoorDriver['unlock']>[0]>,
    ): Parameters<DoorDriver['unlock']>[0] => ({
      door: 'front',
      grant: null,
      seconds: 1,
      reason: 'test',
      notAfter: controller.now() + 10_000,
      ...over,
    })
  })
}

/** Resolves once the driver is online; connects it if need be. */
export async function connected(driver: DoorDriver): Promise<string> {
  driver.connect()
  await happens(() => driver.status().connection.state === 'online')
  const { connection } = driver.status()
  return connection.state === 'online' ? connection.controller : ''
}

/** Resolves when `is` says so; looks every 5 ms of real time, the controller being a real process. */
export async function happens(is: () => boolean | Promise<boolean>, withinMs = 8_000): Promise<void> {
  for (let waited = 0; !(await is()); waited += 5) {
    if (waited > withinMs) throw new Error(`it did not come to pass within ${withinMs} ms`)
    await new Promise((resolve) => {
      setTimeout(resolve, 5)
    })
  }
}

export async function all(driver: DoorDriver): Promise<HeldGrant[]> {
  const held: HeldGrant[] = []
  for await (const one of driver.list()) held.push(one)
  return held
}

/** The next `count` events after a cursor. */
export async function take(driver: DoorDriver, count: number, after = 0): Promise<DoorEvent[]> {
  const { connection } = driver.status()
  const controller = connection.state === 'online' ? connection.controller : ''
  const stop = new AbortController()
  const taken: DoorEvent[] = []
  for await (const { events } of driver.events({ controller, after, signal: stop.signal })) {
    taken.push(...events)
    if (taken.length >= count) stop.abort()
  }
  return taken.slice(0, count)
}
