import { describe, expect, it } from 'vitest'
import type { MailboxView } from '../../../shared/contract/mailbox-view.ts'
import type { PortLike } from '../../lib/port.ts'
import type { DemoMailServer } from '../seam/mails.ts'
import { serveMailbox } from './mailbox-port.ts'

function fakePort(): PortLike & { sent: unknown[]; end(): void } {
  const sent: unknown[] = []
  let end = (): void => {}
  return {
    sent,
    end: () => end(),
    postMessage: (message) => sent.push(message),
    on(event: 'message' | 'close', listener: (event: { data: unknown }) => void) {
      if (event === 'close') end = listener as () => void
    },
    start: () => {},
    close: () => {},
  }
}

function fakeMailbox(): DemoMailServer & { receive(subject: string): void; listeners: Set<() => void> } {
  let mails: MailboxView['mails'] = []
  const listeners = new Set<() => void>()
  return {
    url: 'smtp://127.0.0.1:2525',
    mails: () => mails,
    listeners,
    onMail(listen) {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    receive(subject) {
      mails = [{ id: subject, at: 0, to: 'a@b.cd', subject, text: '', html: '' }, ...mails]
      for (const listen of listeners) listen()
    },
    close: async () => {},
  }
}

describe('the mailbox page', () => {
  it('is given the mails that are there and each new one, until it goes', () => {
    const port = fakePort()
    const mailbox = fakeMailbox()
    mailbox.receive('first')
    serveMailbox(port, mailbox)
    mailbox.receive('second')
    expect(port.sent).toMatchObject([
      { type: 'view', slices: { mails: [{ subject: 'first' }], smtp: 'smtp://127.0.0.1:2525' } },
      { type: 'view', slices: { mails: [{ subject: 'second' }, { subject: 'first' }] } },
    ])
    port.end()
    expect(mailbox.listeners.size).toBe(0)
  })

  it('is empty without a demo mail server', () => {
    const port = fakePort()
    serveMailbox(port, null)
    expect(port.sent).toEqual([{ type: 'view', slices: { mails: [], smtp: '' } }])
  })
})
