import { expect, it } from 'vitest'
import { aPersonWithProfile } from '../../../shared/domain/facts.fixture.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import { createAsk, type Transport } from './ask.ts'

/** A hub that answers one thing after the other; Error = the network is down. */
function hub(...answers: (Response | Error)[]) {
  let now: Instant = 1_000_000
  const sent: { url: string; id: string; body: string }[] = []
  const reached: boolean[] = []
  const skews: number[] = []
  const waits: number[] = []
  const transport: Transport = {
    fetch: async (url, init) => {
      const { 'x-command-id': id = '' } = init.headers as Record<string, string>
      sent.push({ url, id, body: init.body as string })
      now += 100
      const answer = answers.length > 1 ? answers.shift() : answers[0]
      if (answer instanceof Response) return answer.clone()
      throw answer ?? new Error('no answer')
    },
    now: () => now,
    wait: async (ms) => {
      waits.push(ms)
      now += ms
    },
    newId: () => `id-${sent.length}`,
  }
  const ask = createAsk(transport, { reached: (yes) => reached.push(yes), skew: (ms) => skews.push(ms) })
  return { ask, sent, reached, skews, waits }
}

const answer = (body: unknown, status = 200, headers = {}): Response =>
  new Response(JSON.stringify(body), { status, headers })
const sentMail = { ok: true, value: { mail: 'm1', resendAt: 1, expiresAt: 2 } }
const payload = { email: 'a@b.cd', language: 'en' } as const

it('posts the payload and gives the outcome', async () => {
  const { ask, sent, reached } = hub(answer(sentMail))
  expect(await ask('code.request', payload)).toEqual(sentMail)
  expect(sent).toEqual([{ url: '/api/code.request', id: 'id-0', body: JSON.stringify(payload) }])
  expect(reached).toEqual([true])
})

it('sends the same command again until there is an answer (I2)', async () => {
  const { ask, sent, reached, waits } = hub(new Error('offline'), answer({}, 502), answer(sentMail))
  expect(await ask('code.request', payload)).toEqual(sentMail)
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1)
  expect(reached).toEqual([false, false, true])
  expect(waits).toEqual([1_000, 2_000])
})

it('gives up in the end, and says so', async () => {
  const { ask, sent } = hub(new Error('offline'))
  expect(await ask('code.request', payload)).toEqual({ ok: false, error: { code: 'hub-unreachable' } })
  expect(sent.length).toBeGreaterThan(5)
  const hasty = hub(new Error('offline'))
  await hasty.ask('code.request', payload, { patience: 0 })
  expect(hasty.sent).toHaveLength(1)
})

it('does not ask again after a refusal', async () => {
  const refusal = { ok: false, error: { code: 'rate-limited' } }
  const { ask, sent } = hub(answer(refusal, 429))
  expect(await ask('code.request', payload)).toEqual(refusal)
  expect(sent).toHaveLength(1)
})

it('believes nothing that the contract does not say', async () => {
  const { ask } = hub(answer({ ok: true, value: { mail: 7 } }))
  expect(await ask('code.request', payload)).toMatchObject({ error: { code: 'internal' } })
  const broken = hub(new Response('<html>', { status: 200 }))
  expect(await broken.ask('code.request', payload, { patience: 0 })).toMatchObject({
    error: { code: 'hub-unreachable' },
  })
})

it('needs no session in what opens one: a cookie has it', async () => {
  const value = { person: aPersonWithProfile() }
  const { ask } = hub(answer({ ok: true, value }))
  const verified = await ask('code.verify', { ...payload, code: '123456' })
  expect(verified).toEqual({ ok: true, value })
})

it('learns the time of the hub, from the middle of the exchange', async () => {
  const { ask, skews } = hub(answer(sentMail, 200, { 'x-hub-time': String(1_000_050 + 7_000) }))
  await ask('code.request', payload)
  expect(skews).toEqual([7_000])
})
