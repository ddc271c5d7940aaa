import type { AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import type { MailboxView } from '../../../shared/contract/mailbox-view.ts'
import type { Log } from '../../lib/log.ts'
import { newId, type System } from '../../lib/system.ts'
import type { DemoMailServer } from '../seam/mails.ts'

/** How many mails the demo keeps, in memory only. */
const kept = 100

/**
 * Listens on a free port of 127.0.0.1 and takes every mail, except those to `refused@…` or `…@refused.example`: they
 * are refused with 550, so that the demo can show what a visitor sees then (R2.5).
 */
export async function startDemoMailServer(system: System, log: Log): Promise<DemoMailServer> {
  let mails: MailboxView['mails'] = []
  const listeners = new Set<() => void>()
  const take = async (stream: Readable, to: string, done: (error: Error | null) => void): Promise<void> => {
    try {
      const { subject = '', text = '', html } = await simpleParser(stream)
      const mail = { id: newId(system), at: system.now(), to, subject, text, html: html || '' }
      mails = [mail, ...mails.slice(0, kept - 1)]
      done(null)
    } catch (error) {
      done(error as Error)
      return
    }
    for (const listen of listeners) listen()
  }
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: 1_048_576,
    closeTimeout: 500,
    onRcptTo({ address }, _session, callback) {
      callback(isRefused(address) ? refusal() : null)
    },
    onData(stream, session, callback) {
      const to = session.envelope.rcptTo.map(({ address }) => address).join(', ')
      void take(stream, to, callback)
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve())
  })
  server.removeAllListeners('error')
  server.on('error', (error) => log('warn', 'demo-mail-server', { error: error.message }))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails: () => mails,
    onMail(listen) {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function isRefused(address: string): boolean {
  return /^refused@|@refused\.example$/i.test(address)
}

function refusal(): Error {
  return Object.assign(new Error('5.1.1 No such mailbox here'), { responseCode: 550 })
}
