import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Result } from '../../../shared/domain/result.ts'

export interface AloneFlags {
  data: string
  host: string | null
  port: number
  demo: boolean
  smtp: string | null
}

const usage = [
  'Usage: npm run hub -- --data DIR [--port N] [--host ADDRESS] [--demo] [--smtp URL]',
  '  --data DIR      folder of the hub: its database, and foyer.yaml if there is one (required)',
  '  --port N        port to listen on; 0 takes a free one (default 7300)',
  '  --host ADDRESS  address to listen on; wins over phone.host in foyer.yaml (default 127.0.0.1: this machine only)',
  '  --demo          demo data, a simulated door, and a mailbox in place of a mail server',
  '  --smtp URL      mail server, smtp://user:password@host:port or smtps://…; wins over mail.smtp in foyer.yaml',
].join('\n')

/** Reads the command line. The error is worded for the operator and ends with the flags that there are. */
export function readAloneFlags(args: readonly string[]): Result<AloneFlags, string> {
  const text = { type: 'string' } as const
  const options = { data: text, port: text, host: text, smtp: text, demo: { type: 'boolean' } } as const
  let values: { data?: string; port?: string; host?: string; smtp?: string; demo?: boolean }
  try {
    values = parseArgs({ args: [...args], options, allowPositionals: false }).values
  } catch (error) {
    return wrong((error as Error).message.split('. To specify')[0] ?? '')
  }
  const { data, port = '7300', host, smtp, demo = false } = values
  if (!data) return wrong('--data is missing')
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) return wrong(`--port ${port}: expected 0 to 65535`)
  if (host === '') return wrong('--host is empty')
  if (smtp !== undefined && !isSmtpUrl(smtp)) {
    return wrong('--smtp: expected an address such as smtp://user:password@mail.example.com:587')
  }
  return {
    ok: true,
    value: { data: resolve(data), host: host ?? null, port: Number(port), demo, smtp: smtp ?? null },
  }
}

function isSmtpUrl(text: string): boolean {
  return /^smtps?:\/\/[^/]/.test(text) && URL.canParse(text)
}

function wrong(message: string): { ok: false; error: string } {
  return { ok: false, error: `${message}\n${usage}` }
}
