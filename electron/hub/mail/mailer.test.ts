import { simpleParser } from 'mailparser'
import { afterEach, describe, expect, it } from 'vitest'
import { type FakeSystem, fakeSystem } from '../../../test/fixtures/fake-system.ts'
import type { LogLevel } from '../../lib/log.ts'
import type { Mailer, MailOutcome, OutgoingMail } from '../seam/mails.ts'
import { createMailer } from './mailer.ts'
import { type FakeSmtp, startFakeSmtp } from './smtp.fixture.ts'

const place = { name: 'Maison Foyer', zone: 'Europe/Berlin' }
const mail: OutgoingMail = {
  place,
  id: '019c2f00-0000-7000-8000-00000000abcd',
  device: 'kiosk-1',
  kind: 'code',
  to: 'ada@example.com',
  language: 'en',
  code: '042917',
  expiresAt: Date.UTC(2026, 10, 23, 13, 32),
}

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function smtp(...args: Parameters<typeof startFakeSmtp>): Promise<FakeSmtp> {
  const server = await startFakeSmtp(...args)
  ends.push(() => server.close())
  return server
}

function mailer(url: string | null, from?: string): Mailer & { system: FakeSystem; logged: string[] } {
  const system = fakeSystem()
  const logged: string[] = []
  const log = (level: LogLevel, event: string, fields?: object): void =>
    void logged.push(`${level} ${event} ${JSON.stringify(fields)}`)
  const made = createMailer({ smtp: url, from, system, log })
  ends.unshift(() => made.close())
  return { ...made, system, logged }
}

/** Moves the clock on, again and again, until the mail has its last word. */
async function untilDone(
  sending: Promise<MailOutcome>,
  system: FakeSystem,
  step: number,
): Promise<MailOutcome> {
  for (;;) {
    const tick = new Promise<null>((resolve) => setTimeout(() => resolve(null), 10))
    const done = await Promise.race([sending, tick])
    if (done) return done
    // Only while a retry waits: besides it there is the deadline of the whole mail.
    if (system.pendingTimers > 1) system.advance(step)
  }
}

describe('a mail server that accepts', () => {
  it('gets the mail, and its reply code is kept', async () => {
    const server = await smtp()
    const own = mailer(server.url)
    expect(await own.send(mail)).toEqual({ status: 'accepted', detail: '250' })
    const parsed = await simpleParser(server.messages[0] ?? '')
    expect(parsed.subject).toBe('Your code for Maison Foyer')
    expect(parsed.text?.split('\n')).toContain('042917')
    expect(parsed.text).toContain('14:32')
    expect(parsed.html).toContain('>042917</p>')
    expect(parsed.from?.value[0]).toEqual({ name: 'Maison Foyer', address: 'foyer@localhost' })
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated')
    expect(parsed.messageId).toBe(`<${mail.id}@localhost>`)
    expect(parsed.date?.getTime()).toBe(Date.UTC(2026, 10, 23, 9))
    expect(own.logged.join('\n')).not.toMatch(/042917|ada@/)
  })

  it('is logged in to with the password of the URL', async () => {
    const server = await smtp()
    const url = server.url.replace('smtp://', 'smtp://desk%40example.org:right@')
    const own = mailer(url, 'Front desk <desk@example.org>')
    expect(await own.send(mail)).toMatchObject({ status: 'accepted' })
    expect(server.messages[0]).toMatch(/^From: Front desk <desk@example.org>/im)
  })
})

const link = `https://foyer.example/activate/${'t'.repeat(43)}`
const invitation: OutgoingMail = {
  id: '019c2f00-0000-7000-8000-00000000abce',
  device: 'console-1',
  place,
  kind: 'invitation',
  to: 'zoe@example.com',
  language: 'fr',
  name: 'Zoé Œuvrard',
  by: 'Noor Haddad',
  brings: ['Full-time', 'D2'],
  startsOn: '2026-12-01',
  url: link,
  expiresAt: Date.UTC(2026, 10, 24, 9),
}
const answer: OutgoingMail = {
  id: '019c2f00-0000-7000-8000-00000000abcf',
  device: 'console-1',
  place,
  kind: 'answer',
  to: 'nia@example.com',
  language: 'de',
  name: 'Nia',
  question: 'Is there a shower?\nAnd a locker?',
  answer: 'Yes, <both>.\nThe key is with us.',
  by: 'Tom Berger',
}

describe('other mails over the wire', () => {
  it('an invitation has its link in both parts, nothing to fetch, and says that it is automatic', async () => {
    const server = await smtp()
    await mailer(server.url).send(invitation)
    const parsed = await simpleParser(server.messages[0] ?? '')
    expect(parsed.subject).toBe('Votre adhésion à Maison Foyer')
    expect(parsed.text?.split('\n')).toContain(link)
    const html = String(parsed.html)
    expect(html.match(/href="([^"]*)"/)?.[1]).toBe(link)
    expect(html).not.toMatch(/<img|src=|url\(|<script|<link/i)
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated')
    expect(parsed.to).toMatchObject({ value: [{ address: 'zoe@example.com' }] })
  })

  it('an answer is somebody’s own words, kept as they were written, and can be answered to', async () => {
    const server = await smtp()
    await mailer(server.url).send(answer)
    const parsed = await simpleParser(server.messages[0] ?? '')
    expect(parsed.headers.has('auto-submitted')).toBe(false)
    expect(parsed.text).toContain('> Yes, <both>.\n> The key is with us.')
    expect(String(parsed.html)).toContain('Yes, &lt;both&gt;.<br>The key is with us.')
    expect(parsed.text).toContain('Is there a shower?')
  })

  it('no link is in the log, nor in what a server says of it', async () => {
    const server = await smtp(() => ({ code: 554, text: `spam: ${link}` }))
    const own = mailer(server.url)
    expect(await own.send(invitation)).toEqual({ status: 'refused', detail: 'spam: …' })
    expect(own.logged.join('\n')).not.toContain('ttttt')
  })
})

describe('a mail server that refuses', () => {
  it('for good: its reason in plain words, no second try (R2.5)', async () => {
    const server = await smtp(() => ({ code: 550, text: '5.1.1 No such mailbox here' }))
    const own = mailer(server.url)
    expect(await own.send(mail)).toEqual({ status: 'refused', detail: 'No such mailbox here' })
    expect(server.tries).toBe(1)
  })

  it('for now: it is tried again, and goes through', async () => {
    const server = await smtp((n) => (n < 3 ? { code: 451, text: '4.7.1 Try again later' } : null))
    const own = mailer(server.url)
    expect(await untilDone(own.send(mail), own.system, 1_000)).toEqual({ status: 'accepted', detail: '250' })
    expect(server.tries).toBe(3)
  })

  it('for now, four times: it failed, with the last reason', async () => {
    const server = await smtp(() => ({ code: 451, text: '4.7.1 Greylisted, come back in 5 minutes' }))
    const own = mailer(server.url)
    const outcome = await untilDone(own.send(mail), own.system, 1_000)
    expect(outcome).toEqual({ status: 'failed', detail: 'Greylisted, come back in 5 minutes' })
    expect(server.tries).toBe(4)
  })

  it('the password: it failed at once, and nothing of it is said', async () => {
    const server = await smtp()
    const own = mailer(server.url.replace('smtp://', 'smtp://desk:hunter2@'))
    const outcome = await own.send(mail)
    expect(outcome.status).toBe('failed')
    expect(outcome.detail).toContain('user name and password')
    expect(outcome.detail).not.toContain('hunter2')
  })
})

describe('a mail server that is not there', () => {
  it('is tried four times, then the mail failed', async () => {
    const server = await startFakeSmtp()
    await server.close()
    const own = mailer(server.url)
    const outcome = await untilDone(own.send(mail), own.system, 1_000)
    expect(outcome).toEqual({ status: 'failed', detail: 'The mail server cannot be reached.' })
    expect(own.system.now() - Date.UTC(2026, 10, 23, 9)).toBeGreaterThanOrEqual(30_000)
  })

  it('or falls silent: after a minute the mail failed', async () => {
    const server = await smtp(() => 'silent')
    const own = mailer(server.url)
    const sending = own.send(mail)
    while (server.tries === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    own.system.advance(60_000)
    expect(await sending).toEqual({ status: 'failed', detail: 'The mail server did not answer in time.' })
  })

  it('and was never set up: it says what to do', async () => {
    expect(await mailer(null).send(mail)).toEqual({
      status: 'failed',
      detail: 'No mail server is set up. Put mail.smtp into foyer.yaml or start with --smtp.',
    })
  })
})

describe('a stop', () => {
  it('ends what waits for another try as failed', async () => {
    const server = await smtp(() => ({ code: 451, text: 'later' }))
    const own = mailer(server.url)
    const sending = own.send(mail)
    while (own.system.pendingTimers < 2) await new Promise((resolve) => setTimeout(resolve, 5))
    await own.close()
    const stopped = { status: 'failed', detail: 'The hub was stopped before the mail left.', stopped: true }
    expect(await sending).toEqual(stopped)
    expect(await own.send(mail)).toMatchObject({ status: 'failed' })
    expect(own.system.pendingTimers).toBe(0)
  })
})
