import type { Log } from '../../lib/log.ts'
import { wait } from '../../lib/retry.ts'
import type { System } from '../../lib/system.ts'
import type { Mailer, MailOutcome, OutgoingMail } from '../seam/mails.ts'
import type { Attempt } from './attempt.ts'
import { compose } from './compose.ts'
import { mailDelays } from './delays.ts'
import { createMailTransport, type Letter, type MailTransport } from './transport.ts'

export interface MailerOptions {
  /** smtp://user:password@host:port or smtps://…; null = no mail server is set up. */
  smtp: string | null
  /** `Name <address>` or an address; without a name the place's own is used. */
  from?: string | undefined
  system: System
  log: Log
}

/** More than a mail server takes in a minute; what comes beyond it is told at once. */
const waitingAtMost = 1_000

export function createMailer(options: MailerOptions): Mailer {
  if (options.smtp === null) return withoutServer
  const transport = createMailTransport(options.smtp, options.from)
  const { system, log } = options
  const underWay = new Set<AbortController>()
  let stopped = false
  // The first connection is made when the first mail goes; this only says early what would be wrong then.
  const check = async (): Promise<void> => {
    const wrong = await transport.check()
    if (wrong !== null && !stopped) log('warn', 'mail-server-not-ready', { why: wrong })
  }
  void check()
  return {
    async send(mail) {
      if (stopped) return hubStopped
      if (underWay.size >= waitingAtMost) return { status: 'failed', detail: 'Too many mails are waiting.' }
      const letter: Letter = {
        ...compose(mail),
        id: mail.id,
        to: mail.to,
        fromName: mail.place.name,
        date: system.now(),
        secrets: secretsOf(mail),
      }
      const giveUp = new AbortController()
      underWay.add(giveUp)
      const last = await deliver(transport, letter, system, giveUp).finally(() => underWay.delete(giveUp))
      const outcome = stopped && last.kind === 'later' ? hubStopped : outcomeOf(last)
      log(outcome.status === 'failed' ? 'warn' : 'info', 'mail', { mail: mail.id, status: outcome.status })
      return outcome
    },
    async close() {
      stopped = true
      for (const giveUp of underWay) giveUp.abort()
      transport.close()
    },
  }
}

const hubStopped: MailOutcome = {
  status: 'failed',
  detail: 'The hub was stopped before the mail left.',
  stopped: true,
}

const withoutServer: Mailer = {
  send: async () => ({
    status: 'failed',
    detail: 'No mail server is set up. Put mail.smtp into foyer.yaml or start with --smtp.',
  }),
  close: async () => {},
}

/** What a mail server's words must not repeat into our log or onto a screen. */
function secretsOf(mail: OutgoingMail): string[] {
  if (mail.kind === 'code') return [mail.code]
  return mail.kind === 'answer' ? [] : [mail.url, mail.url.slice(mail.url.lastIndexOf('/') + 1)]
}

/**
 * Tries, and tries again after each of `mailDelays.retries`, until there is a last word, the minute is over or `giveUp`
 * aborts. Resolves with what the last try came to.
 */
async function deliver(
  transport: MailTransport,
  letter: Letter,
  system: System,
  giveUp: AbortController,
): Promise<Attempt> {
  const { signal } = giveUp
  const cancelDeadline = system.after(mailDelays.inAll, () => giveUp.abort())
  try {
    let last = await transport.send(letter, signal)
    for (const delay of mailDelays.retries) {
      if (last.kind !== 'later' || signal.aborted) break
      await wait(system, delay, signal)
      if (!signal.aborted) last = await transport.send(letter, signal)
    }
    return last
  } finally {
    cancelDeadline()
  }
}

function outcomeOf({ kind, detail }: Attempt): MailOutcome {
  return { status: kind === 'accepted' || kind === 'refused' ? kind : 'failed', detail }
}
