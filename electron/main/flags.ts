import { parseArgs } from 'node:util'
import type { Language } from '../../shared/contract/basics.ts'
import { languageCodes } from '../../shared/contract/lists.ts'
import type { Role } from '../../shared/contract/socket.ts'
import type { Result } from '../../shared/domain/result.ts'

export interface Flags {
  /** Where everything is kept; null = the system's folder for application data. */
  data: string | null
  roles: Role[]
  /** A hub elsewhere; null = one of our own, embedded. */
  hub: string | null
  /** Pairing code for a hub elsewhere. */
  pair: string | null
  demo: boolean
  smtp: string | null
  language: Language | null
  windowed: boolean
}

const known = {
  data: { type: 'string' },
  role: { type: 'string' },
  hub: { type: 'string' },
  pair: { type: 'string' },
  demo: { type: 'boolean' },
  smtp: { type: 'string' },
  lang: { type: 'string' },
  windowed: { type: 'boolean' },
} as const

export const usage = [
  'Foyer takes these flags:',
  '  --data DIR                      keep everything in DIR (DIR/kiosk, DIR/hub)',
  '  --role kiosk|reception|both     which windows to open (default: both, or kiosk with --hub)',
  '  --hub URL [--pair CODE]         live on a hub elsewhere; CODE pairs this device with it, once',
  '  --demo                          a hub of its own with demo data, a demo door and a mailbox',
  '  --smtp URL                      mail server of the embedded hub, smtp://… or smtps://…',
  `  --lang ${languageCodes.join('|')}               language to start with`,
  '  --windowed                      with a window frame instead of kiosk mode',
].join('\n')

/** Switches of Chromium and Node that may stand on the same command line. They are theirs, not ours. */
const foreign =
  /^--(no-sandbox|disable-|enable-|use-|ozone-|force-|inspect|remote-debugging-|trace-|js-flags|in-process-gpu|headless)/

/** Our own part of the command line: without Chromium's switches, and without the app's path (`electron . --demo`). */
export function ownArgs(args: readonly string[], isAppPath: (arg: string) => boolean): string[] {
  const own = args.filter((arg) => !foreign.test(arg))
  const [first] = own
  return first !== undefined && !first.startsWith('-') && isAppPath(first) ? own.slice(1) : own
}

/** `args` are our own part of the command line. A failure is worded for whoever typed the command. */
export function readFlags(args: readonly string[]): Result<Flags, string> {
  let values: ReturnType<typeof parse>['values']
  try {
    values = parse([...args]).values
  } catch (error) {
    return wrong((error as Error).message.split('. To specify')[0] ?? '')
  }
  const { data, role, hub, pair, demo, smtp, lang, windowed } = values
  const roles = rolesOf(role ?? (hub ? 'kiosk' : 'both'))
  if (!roles) return wrong(`--role ${role}: expected kiosk, reception or both`)
  if (hub !== undefined && !isUrl(hub, /^https?:$/))
    return wrong(`--hub ${hub}: expected an address such as http://127.0.0.1:7300`)
  if (hub !== undefined && demo)
    return wrong('--hub and --demo exclude each other: demo data lives in the embedded hub')
  if (pair !== undefined && hub === undefined)
    return wrong('--pair goes with --hub: an embedded hub pairs its own kiosk by itself')
  if (smtp !== undefined && hub !== undefined)
    return wrong('--smtp is for the embedded hub: give it to the hub at --hub instead')
  if (smtp !== undefined && !isUrl(smtp, /^smtps?:$/))
    return wrong('--smtp: expected smtp://host:port or smtps://user:password@host:port')
  const language = languageCodes.find((code) => code === lang) ?? null
  if (lang !== undefined && !language)
    return wrong(`--lang ${lang}: expected one of ${languageCodes.join(', ')}`)
  return {
    ok: true,
    value: {
      data: data ?? null,
      roles,
      hub: hub ?? null,
      pair: pair ?? null,
      demo: demo ?? false,
      smtp: smtp ?? null,
      language,
      windowed: windowed ?? false,
    },
  }
}

function parse(args: string[]) {
  return parseArgs({ args, options: known, strict: true, allowPositionals: false })
}

function wrong(what: string): Result<never, string> {
  return { ok: false, error: `${what}\n\n${usage}` }
}

function rolesOf(role: string): Role[] | null {
  if (role === 'both') return ['kiosk', 'reception']
  return role === 'kiosk' || role === 'reception' ? [role] : null
}

function isUrl(text: string, protocol: RegExp): boolean {
  return URL.canParse(text) && protocol.test(new URL(text).protocol)
}
