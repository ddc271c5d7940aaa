import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type OnlinePayments, onlinePayments } from '../../electron/hub/payments/payments.ts'
import type { PaymentProvider } from '../../electron/hub/payments/provider.ts'
import type { PaymentPage } from '../../electron/hub/seam/payments.ts'
import { until } from '../../electron/hub/server/device.fixture.ts'
import type { Money } from '../../shared/domain/facts.ts'
import { type FakeSystem, fakeSystem } from '../fixtures/fake-system.ts'
import { type FaultyProxy, faultyProxy } from '../fixtures/faulty-proxy.ts'
import { bookingId, errorOf, must, openTestHub, type TestDevice, type TestHub } from '../fixtures/hub.ts'

/** A provider's counterpart, and a hand that does what people do on its page. */
export interface ProviderUnderTest {
  /** Where its API is: http://127.0.0.1:PORT */
  url: string
  key: string
  /** What speaks to the API, at `url`: the network in between may be broken. */
  driver(url: string, key: string): PaymentProvider
  pay(page: PaymentPage): Promise<void>
  cancel(page: PaymentPage): Promise<void>
  /** Lets the time of its pages run out. */
  expire(): void
  /** What the counterpart believes is to be paid. */
  amountOf(page: PaymentPage): Promise<Money>
  dispose(): Promise<void>
}

const price = { amount: 19000, currency: 'EUR' }
const second = 1000

/** What every payment provider must do with a hub around it (R3.5); a test file calls this with a way to get one. */
export function paymentProviderContract(
  name: string,
  start: (system: FakeSystem) => Promise<ProviderUnderTest>,
): void {
  describe(`payment provider contract: ${name}`, () => {
    let system: FakeSystem
    let provider: ProviderUnderTest
    let proxy: FaultyProxy
    let payments: OnlinePayments
    let hub: TestHub
    let kiosk: TestDevice
    let session: string
    let order: string
    let stopWatching: () => void
    let http: Server
    let base: string
    let webhooksGetThrough: boolean
    let webhooks: number
    const logged: string[] = []
    const log = (level: string, event: string, fields?: object): void =>
      void logged.push(JSON.stringify([level, event, fields]))
    const asked = { create: 0, status: 0 }

    const online = (key: string): OnlinePayments => {
      const driver = provider.driver(proxy.url, key)
      const counted: PaymentProvider = {
        create: (request) => (asked.create++, driver.create(request)),
        status: (ref) => (asked.status++, driver.status(ref)),
      }
      return onlinePayments(counted, provider.url, { system, log })
    }
    const serve = (): void => {
      const { handle, stop } = payments.serve(hub.engine)
      stopWatching = stop
      payments.listensAt(base)
      http.removeAllListeners('request')
      http.on('request', (request, response) => {
        if (request.url === '/pay/webhook') webhooks++
        if (!webhooksGetThrough && request.url === '/pay/webhook') request.destroy()
        else if (!handle(request, response)) response.writeHead(404).end()
      })
    }

    beforeEach(async () => {
      logged.length = 0
      Object.assign(asked, { create: 0, status: 0 })
      webhooksGetThrough = true
      webhooks = 0
      system = fakeSystem()
      provider = await start(system)
      proxy = await faultyProxy(provider.url)
      payments = online(provider.key)
      hub = await openTestHub({ system, payments })
      http = createServer()
      await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
      base = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
      serve()
      kiosk = await hub.device()
      session = await hub.signIn(kiosk, 'nia@example.com', 'Nia New')
      const plan = { subscription: bookingId(), plan: 'plan-ten', startsOn: '2026-11-23', price }
      order = must(await kiosk.ask('plan.subscribe', plan, { session })).order?.id ?? ''
    })
    afterEach(async () => {
      stopWatching()
      await payments.close()
      await hub.close()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
      await proxy.close()
      await provider.dispose()
      expect(logged.join('\n')).not.toContain(provider.key)
    })

    const ask = (as: { session?: string; id?: string } = {}, device = kiosk) =>
      device.ask('payment.start', { order }, { session, ...as })
    const open = async (): Promise<PaymentPage> => {
      const { url } = must(await ask())
      const ref = hub.look().prepare('SELECT ref FROM payment WHERE url = ?').pluck().get(url) as string
      return { ref, url }
    }
    const stateOf = () => hub.rows('reception', 'order').find(({ id }) => id === order)?.row.state
    const pageIs = (state: string) =>
      hub.look().prepare('SELECT count(*) FROM payment WHERE state = ?').pluck().get(state) as number
    const audited = (action: string) =>
      hub.look().prepare('SELECT subject FROM audit WHERE action = ?').pluck().all(action)
    const paidHappenings = () =>
      hub.rows('reception', 'activity').filter(({ row }) => row.what === 'order-paid').length
    const tell = (body: string) =>
      fetch(`${base}/pay/webhook`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body,
      }).then(({ status }) => status)
    /** Lets time pass while something waits for it. */
    const elapse = async <T>(waiting: Promise<T>): Promise<T> => {
      let done = false
      const ended = waiting.finally(() => (done = true))
      await until(() => {
        if (!done) system.advance(100)
        return done
      })
      return ended
    }

    describe('a page', () => {
      it('is opened once, stands with the order, and is the same when asked for again', async () => {
        const first = must(await ask())
        expect(first.url).toMatch(/^https?:\/\//)
        expect(first.person.orders).toMatchObject([{ id: order, state: 'due', payAt: first.url }])
        expect(must(await ask()).url).toBe(first.url)
        expect(asked.create).toBe(1)
        expect(audited('payment.start')).toEqual([order])
      })

      it('is one, when two kiosks ask at the same time and an answer is lost (I2)', async () => {
        const other = await hub.device(['kiosk'], 'Kiosk 2')
        const there = await hub.signIn(other, 'nia@example.com')
        const id = bookingId()
        const answers = await Promise.all([ask({ id }), ask({ session: there }, other)])
        const urls = [...answers, await ask({ id })].map((answer) => must(answer).url)
        expect(new Set(urls).size).toBe(1)
        expect(pageIs('open')).toBe(1)
      })

      it.each([
        { amount: 19000, currency: 'EUR' },
        { amount: 5, currency: 'EUR' },
        { amount: 1900, currency: 'JPY' },
        { amount: 12345, currency: 'BHD' },
      ])('is for the whole amount, in minor units of its own: %o', async (amount) => {
        const request = { order, amount, description: 'Ten day passes', redirectUrl: `${base}/pay/done` }
        const created = await provider
          .driver(provider.url, provider.key)
          .create({ ...request, webhookUrl: null, idempotencyKey: `${order}:${amount.currency}` })
        expect(created.ok && (await provider.amountOf(created.value))).toEqual(amount)
      })

      it("is nobody else's, and none is opened for what is not due", async () => {
        const other = await hub.device(['kiosk'], 'Kiosk 2')
        const eve = await hub.signIn(other, 'eve@example.com', 'Eve')
        expect(errorOf(await ask({ session: eve }, other)).code).toBe('order-unknown')
        const unknown = await kiosk.ask('payment.start', { order: 'x' }, { session })
        expect(errorOf(unknown).code).toBe('order-unknown')
        expect(errorOf(await ask({ session: 'none' })).code).toBe('session-invalid')
        const desk = await hub.device(['reception'], 'Desk')
        must(await desk.ask('staff.markPaid', { order }, { session: await hub.staff(desk) }))
        expect(errorOf(await ask()).code).toBe('already-done')
        expect(asked.create).toBe(0)
      })
    })

    describe('paying', () => {
      it('is confirmed by the webhook, and the person is told', async () => {
        const page = await open()
        hub.commits.length = 0
        await provider.pay(page)
        await until(() => stateOf() === 'paid')
        expect(audited('payment.paid')).toEqual([order])
        const told = hub.commits.flatMap(({ effects }) => effects)
        expect(told).toMatchObject([
          {
            kind: 'person',
            session: session.split('.')[0],
            person: { orders: [{ state: 'paid', payAt: null }] },
          },
        ])
        expect(errorOf(await ask()).code).toBe('already-done')
      })

      it('is found out by asking when the webhook is lost', async () => {
        webhooksGetThrough = false
        const page = await open()
        await provider.pay(page)
        system.advance(3 * second)
        await until(() => stateOf() === 'paid')
        expect(audited('payment.paid')).toEqual([order])
      })

      it('is taken down once, however often and by whatever way it is told', async () => {
        const page = await open()
        await provider.pay(page)
        const told = await Promise.all([
          tell(`id=${page.ref}`),
          tell(`id=${page.ref}`),
          fetch(`${base}/pay/done`),
        ])
        expect(told.slice(0, 2)).toEqual([200, 200])
        await until(() => stateOf() === 'paid')
        expect(await tell(`id=${page.ref}`)).toBe(200)
        system.advance(60 * second)
        await hub.engine.settlePayment(page.ref, 'paid')
        await hub.engine.settlePayment(page.ref, 'expired')
        expect([audited('payment.paid'), paidHappenings(), stateOf()]).toEqual([[order], 1, 'paid'])
      })

      it('is seen by whoever asks for the page again, when nobody told', async () => {
        webhooksGetThrough = false
        const page = await open()
        await provider.pay(page)
        expect(errorOf(await ask()).code).toBe('already-done')
        expect([stateOf(), audited('payment.paid')]).toEqual(['paid', [order]])
      })

      it('survives a stop of the hub: pages of before are asked about again', async () => {
        webhooksGetThrough = false
        const page = await open()
        stopWatching()
        await provider.pay(page)
        await hub.engine.close()
        hub = { ...hub, ...(await openTestHub({ dir: hub.dir, system, payments })) }
        serve()
        system.advance(3 * second)
        await until(() => stateOf() === 'paid')
      })

      it('at reception closes the page; money that comes through it all the same is not lost sight of', async () => {
        webhooksGetThrough = false
        const page = await open()
        const desk = await hub.device(['reception'], 'Desk')
        must(await desk.ask('staff.markPaid', { order }, { session: await hub.staff(desk) }))
        expect([pageIs('open'), pageIs('closed')]).toEqual([0, 1])
        const told = hub.commits.at(-1)?.effects
        expect(told).toMatchObject([{ kind: 'person', person: { orders: [{ state: 'paid', payAt: null }] } }])
        await provider.pay(page)
        system.advance(3 * second)
        await until(() => pageIs('paid') === 1)
        expect([audited('payment.surplus'), paidHappenings()]).toEqual([[order], 1])
      })
    })

    describe('not paying', () => {
      it('leaves the order due when it is cancelled, and another page can be opened', async () => {
        const page = await open()
        await provider.cancel(page)
        await until(() => pageIs('failed') === 1)
        expect(stateOf()).toBe('due')
        const again = await open()
        expect(again.ref).not.toBe(page.ref)
        await provider.pay(again)
        await until(() => stateOf() === 'paid')
      })

      it('leaves the order due when the page runs out, and another one can be opened', async () => {
        const page = await open()
        provider.expire()
        await until(() => pageIs('expired') === 1)
        expect(must(await ask()).url).not.toBe(page.url)
        expect(stateOf()).toBe('due')
      })

      it('gives a fresh page even where nobody told that the old one is over', async () => {
        webhooksGetThrough = false
        const page = await open()
        stopWatching()
        provider.expire()
        expect(must(await ask()).url).not.toBe(page.url)
        expect([pageIs('open'), pageIs('expired')]).toEqual([1, 1])
      })
    })

    describe('a webhook', () => {
      it('about a page that is not ours says nothing, and nobody is asked', async () => {
        expect(await tell('id=tr_unknown')).toBe(200)
        expect(asked.status).toBe(0)
      })

      it.each(['', 'id=', 'id=a%20b', 'ref=tr_1', `id=${'x'.repeat(20_000)}`])(
        'that is none is refused: %#',
        async (body) => {
          expect(await tell(body).catch(() => 400)).toBe(400)
          expect(asked.status).toBe(0)
        },
      )

      it('is not believed by itself: the provider has the last word', async () => {
        const page = await open()
        expect(await tell(`id=${page.ref}&status=paid`)).toBe(200)
        expect(stateOf()).toBe('due')
      })

      it('while the provider cannot be asked wants to be told again', async () => {
        webhooksGetThrough = false
        const page = await open()
        await provider.pay(page)
        webhooksGetThrough = true
        proxy.cut()
        expect(await elapse(tell(`id=${page.ref}`))).toBe(503)
        expect(stateOf()).toBe('due')
        proxy.heal()
        expect(await tell(`id=${page.ref}`)).toBe(200)
        expect([stateOf(), audited('payment.paid')]).toEqual(['paid', [order]])
      })
    })

    describe('a provider', () => {
      it('that is down leaves the order due, and works again afterwards', async () => {
        proxy.cut()
        expect(errorOf(await elapse(ask())).code).toBe('payment-unavailable')
        expect([stateOf(), pageIs('open')]).toEqual(['due', 0])
        proxy.heal()
        expect(must(await ask()).person.orders[0]).toMatchObject({ state: 'due' })
      })

      it('that goes down with a page open leaves the page as it was', async () => {
        const page = await open()
        proxy.cut()
        expect(must(await elapse(ask())).url).toBe(page.url)
      })

      it('that takes too long is given up, and the page of the answer that was lost is found again (I2)', async () => {
        proxy.blackHole()
        expect(errorOf(await elapse(ask())).code).toBe('payment-unavailable')
        proxy.heal()
        const page = await open()
        await provider.pay(page)
        await until(() => stateOf() === 'paid')
      })

      it('gives the same page for the same wish', async () => {
        const driver = provider.driver(provider.url, provider.key)
        const wish = {
          order,
          amount: price,
          description: 'Ten',
          redirectUrl: `${base}/pay/done`,
          webhookUrl: null,
        }
        const twice = [1, 2].map(() => driver.create({ ...wish, idempotencyKey: 'a' }))
        const [first, repeat] = await Promise.all(twice)
        expect(first).toEqual(repeat)
        expect(await driver.create({ ...wish, idempotencyKey: 'b' })).not.toEqual(first)
      })

      it('that does not know us, for a wrong key, leaves the order due and says why in the log', async () => {
        const wrong = `wrong_${provider.key.slice(0, 4)}`
        const page = await online(wrong).open({ id: order, price, description: 'x' }, null)
        expect(errorOf(page).code).toBe('payment-unavailable')
        const refused = online(wrong)
        refused.listensAt(base)
        expect(errorOf(await refused.open({ id: order, price, description: 'x' }, null)).code).toBe(
          'payment-unavailable',
        )
        expect(logged.join('\n')).toContain('payment-refused')
        expect(logged.join('\n')).not.toContain(wrong)
        expect(await provider.driver(provider.url, wrong).status('tr_1')).toMatchObject({
          ok: false,
          error: { kind: 'refused' },
        })
      })

      it('that does not know a page says that it is over', async () => {
        expect(await provider.driver(provider.url, provider.key).status('tr_unknown')).toEqual({
          ok: true,
          value: 'expired',
        })
      })
    })

    it('thanks nobody and promises nothing on the page that people come back to, in their language', async () => {
      const back = await fetch(`${base}/pay/done`, { headers: { 'Accept-Language': 'fr-CH, de;q=0.8' } })
      expect([back.status, webhooks]).toEqual([200, 0])
      const html = await back.text()
      expect(html).toContain('<html lang="fr">')
      expect(html).toContain('Vous pouvez fermer cette page')
      expect(back.headers.get('content-security-policy')).toContain("default-src 'none'")
    })
  })
}
