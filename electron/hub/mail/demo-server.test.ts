import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeSystem } from '../../../test/fixtures/fake-system.ts'
import { silentLog } from '../../lib/log.ts'
import { type DemoMailServer, type Mailer, type OutgoingMail } from '../seam/mails.ts'
import { startDemoMailServer } from './demo-server.ts'
import { createMailer } from './mailer.ts'

let demo: DemoMailServer
let mailer: Mailer
const system = fakeSystem()
beforeEach(async () => {
  demo = await startDemoMailServer(system, silentLog)
  mailer = createMailer({ smtp: demo.url, system, log: silentLog })
})
afterEach(async () => {
  await mailer.close()
  await demo.close()
})

const mail = (to: string): OutgoingMail => ({
  id: to,
  device: 'd',
  place: { name: 'Büro Zürich', zone: 'Europe/Zurich' },
  kind: 'code',
  to,
  language: 'de',
  code: '123456',
  expiresAt: 0,
})

describe("the demo's mail server", () => {
  it('keeps the mails, newest first, and says when one comes', async () => {
    let told = 0
    const stop = demo.onMail(() => told++)
    await mailer.send(mail('a@example.com'))
    await mailer.send(mail('b@example.com'))
    stop()
    await mailer.send(mail('c@example.com'))
    expect(told).toBe(2)
    expect(demo.mails().map(({ to }) => to)).toEqual(['c@example.com', 'b@example.com', 'a@example.com'])
    expect(demo.mails()[0]).toMatchObject({ subject: 'Ihr Code für Büro Zürich', at: system.now() })
    expect(demo.mails()[0]?.text).toMatch(/^123456$/m)
    expect(demo.mails()[0]?.html).toContain('123456')
  })

  it.each(['refused@example.com', 'anybody@refused.example'])('refuses %s', async (to) => {
    expect(await mailer.send(mail(to))).toEqual({ status: 'refused', detail: 'No such mailbox here' })
    expect(demo.mails()).toEqual([])
  })

  it('keeps no more than 100', async () => {
    for (let n = 0; n < 103; n++) await mailer.send(mail(`${n}@example.com`))
    expect(demo.mails()).toHaveLength(100)
    expect(demo.mails()[99]?.to).toBe('3@example.com')
  })
})
