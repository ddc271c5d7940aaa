import { createTransport } from 'nodemailer'
import type { Instant } from '../../../shared/domain/ids.ts'
import { type Attempt, accepted, classify } from './attempt.ts'
import type { Composed } from './compose.ts'
import { mailDelays } from './delays.ts'

/** One mail with everything that stands on its envelope. */
export interface Letter extends Composed {
  id: string
  to: string
  fromName: string
  date: Instant
  /** Struck from whatever the server says. */
  secrets: readonly string[]
}

export interface MailTransport {
  /** One try. Never rejects. `signal` gives it up. */
  send(letter: Letter, signal: AbortSignal): Promise<Attempt>
  /** Whether the server can be reached and takes our credentials: null, or what is wrong. */
  check(): Promise<string | null>
  close(): void
}

/** Connections open at a time; codes are few and short. */
const connections = 3

/**
 * Sends over `url` (smtp:// or smtps://, options as in nodemailer's URLs). A password is never sent in the clear to
 * another machine: then STARTTLS is required, unless the URL says `?requireTLS=false`.
 */
export function createMailTransport(url: string, from: string | undefined): MailTransport {
  const target = new URL(url)
  const password = decodeURIComponent(target.password)
  const sender = readSender(from ?? defaultSender(target))
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: connections,
    // A cut connection is our retry to make, on our clock.
    maxRequeues: 0,
    connectionTimeout: mailDelays.connect,
    greetingTimeout: mailDelays.connect,
    dnsTimeout: mailDelays.connect,
    socketTimeout: mailDelays.socket,
    requireTLS: target.protocol === 'smtp:' && password !== '' && !isLoopback(target.hostname),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  // A pooled connection that breaks while it is idle is told here; the next mail opens a new one.
  transport.on('error', () => {})

  return {
    async send(letter, signal) {
      try {
        const info = await transport.sendMail({
          from: { name: sender.name || letter.fromName, address: sender.address },
          to: { name: '', address: letter.to },
          subject: letter.subject,
          text: letter.text,
          html: letter.html,
          date: new Date(letter.date),
          messageId: `<${letter.id}@${sender.address.split('@')[1]}>`,
          // Somebody's own words are no automatic mail, and "out of office" is an answer to them (RFC 3834 §5).
          ...(letter.automatic && {
            headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
          }),
          signal,
        })
        return accepted(info.response)
      } catch (error) {
        return classify(error, [...letter.secrets, password])
      }
    },
    async check() {
      try {
        await transport.verify()
        return null
      } catch (error) {
        return classify(error, [password]).detail
      }
    },
    close: () => transport.close({ force: true }),
  }
}

/** `Name <a@b.c>` or `a@b.c`; its form is checked with the configuration. */
function readSender(from: string): { name: string; address: string } {
  const parts = /^(.*?)\s*<([^<>]+)>$/.exec(from.trim())
  return parts
    ? { name: (parts[1] ?? '').replace(/^"|"$/g, ''), address: parts[2] ?? '' }
    : { name: '', address: from.trim() }
}

/** The account that sends, else foyer@ the server's own name. */
function defaultSender({ username, hostname }: URL): string {
  const user = decodeURIComponent(username)
  if (user.includes('@')) return user
  return `foyer@${/^[\d.]+$|:/.test(hostname) ? 'localhost' : hostname}`
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
}
