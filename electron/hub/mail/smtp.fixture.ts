import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail server that answers each recipient as it is told. For tests only. */
export interface FakeSmtp {
  url: string
  /** Raw messages that were taken. */
  messages: string[]
  /** How often a recipient was asked for. */
  tries: number
  close(): Promise<void>
}

/** `answer` gives null to accept, a reply to refuse, or 'silent' to never answer; `n` counts from 1. */
export async function startFakeSmtp(
  answer: (n: number) => { code: number; text: string } | null | 'silent' = () => null,
): Promise<FakeSmtp> {
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 50,
    onAuth: ({ password }, _session, callback) =>
      password === 'right' ? callback(null, { user: 'foyer' }) : callback(new Error('wrong')),
    onRcptTo(_address, _session, callback) {
      fake.tries += 1
      const reply = answer(fake.tries)
      if (reply === 'silent') return
      callback(reply === null ? null : Object.assign(new Error(reply.text), { responseCode: reply.code }))
    },
    onData(stream, _session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        fake.messages.push(Buffer.concat(chunks).toString())
        callback(null)
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const fake: FakeSmtp = {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    messages: [],
    tries: 0,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return fake
}
