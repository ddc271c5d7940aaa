import { MessageChannel } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { portVerbs } from '../../shared/contract/ipc.ts'
import { asPortLike } from '../../test/fixtures/node-port.ts'
import { type PortHandlers, servePort } from './port.ts'

/** Every verb of the kiosk answers with what it was given, so that a test sees what came through. */
const echo = Object.fromEntries(
  Object.keys(portVerbs.kiosk).map((verb) => [
    verb,
    (input: unknown) => ({ ok: true, value: { verb, input } }),
  ]),
) as unknown as PortHandlers<'kiosk'>

describe('a page at its port (I9)', () => {
  let channel: MessageChannel
  let push: ReturnType<typeof servePort<'kiosk'>>
  beforeEach(() => {
    channel = new MessageChannel()
    push = servePort(asPortLike(channel.port2), 'kiosk', echo, () => {})
  })
  afterEach(() => channel.port1.close())

  const next = () => new Promise<unknown>((resolve) => channel.port1.once('message', resolve))
  const ask = (message: unknown) => {
    channel.port1.postMessage(message)
    return next()
  }

  it('gets an answer to its own number', async () => {
    expect(await ask({ n: 7, verb: 'pickDesk', input: { desk: 'a1' } })).toEqual({
      type: 'answer',
      n: 7,
      result: { ok: true, value: { verb: 'pickDesk', input: { desk: 'a1' } } },
    })
  })

  it.each(['openDoors', 'revokeGrant', 'constructor', '__proto__', 'toString'])(
    'has no verb %s',
    async (verb) => {
      expect(await ask({ n: 1, verb, input: {} })).toMatchObject({
        result: { ok: false, error: { code: 'unknown-verb' } },
      })
    },
  )

  it.each([
    ['pickDesk', {}],
    ['pickDesk', { desk: 'x'.repeat(500) }],
    ['book', { pay: 'nothing', price: null }],
    ['book', { pay: 'single', price: { amount: -1, currency: 'EUR' } }],
    ['submitEmail', { email: 'x'.repeat(5000) }],
    ['start', null],
  ])('is told what is wrong with %s %o', async (verb, input) => {
    expect(await ask({ n: 1, verb, input })).toMatchObject({
      result: { ok: false, error: { code: 'invalid-input' } },
    })
  })

  it('that sends nonsense is not answered, and the port lives on', async () => {
    for (const nonsense of [null, 'text', 3, { verb: 'home' }, { n: -1, verb: 'home' }, { n: 1, verb: {} }]) {
      channel.port1.postMessage(nonsense)
    }
    expect(await ask({ n: 2, verb: 'home', input: {} })).toMatchObject({ n: 2, result: { ok: true } })
  })

  it('is pushed slices', async () => {
    push({ slices: { screen: { name: 'home' } } })
    expect(await next()).toEqual({ type: 'view', slices: { screen: { name: 'home' } } })
  })
})
