import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import type { Role } from '../../shared/contract/socket.ts'
import type { LocationId } from '../../shared/domain/ids.ts'
import type { Log } from '../lib/log.ts'
import type { System } from '../lib/system.ts'
import { openEngine } from './engine/open.ts'
import { startDemoMailServer } from './mail/demo-server.ts'
import { createMailer } from './mail/mailer.ts'
import { openPayments } from './payments/payments.ts'
import type { Engine } from './seam/engine.ts'
import { type DemoMailServer } from './seam/mails.ts'
import { checkPort } from './server/listen.ts'
import { type Interfaces, localUrl, publicUrl } from './server/public-url.ts'
import { startServer } from './server/server.ts'
import { readConfig } from './settings/read/file.ts'
import { lockFolder } from './store/lock.ts'

interface SimDoor {
  host: string
  port: number
}

export interface HubOptions {
  /** The hub's own folder; made when it is missing. */
  dir: string
  /** Wins over `phone.host` in foyer.yaml; null = not given: then this machine only. */
  host: string | null
  /** 0 takes a free one. */
  port: number
  /** This machine's addresses, where they are not to be asked of the system. */
  interfaces?: () => Interfaces
  /** Demo data, and a mailbox of its own where no SMTP URL is given. */
  demo: boolean
  /** Wins over `mail.smtp` in foyer.yaml; null = not given. */
  smtp: string | null
  /** Where the demo's simulated door listens, or what starts it: once the folder is known to be ours. */
  simDoor: SimDoor | null | (() => Promise<SimDoor>)
  version: string
  /** Folder of the built pages, for phones. */
  pages: string
  system: System
  log: Log
}

export interface RunningHub {
  /** http://HOST:PORT, as a program on this machine reaches it. */
  url: string
  engine: Engine
  /** The demo's mail server; null = mails go elsewhere. */
  mailbox: DemoMailServer | null
  /** The PIN of a new hub's first member of staff: to be told now, as nobody can tell it later. */
  firstPin: string | null
  /** A fresh code that pairs one device, of the first location if none is named: 8 characters, 10 minutes, once (R10.2). */
  pairingCode(role: Role | 'both', location?: LocationId): Promise<string>
  /** Lets what is running finish, then closes everything. May be called twice. */
  close(): Promise<void>
}

/**
 * Starts the hub: configuration, engine, mail, server, in this order, so that a wrong file changes nothing on disk. The
 * port is tried first too: a new hub tells the PIN of its first member of staff once, and not on a start that fails.
 * Rejects with ConfigError, PortInUseError, NewerDatabaseError, or with what the system says (no rights, full disk,
 * SQLITE_BUSY: another hub has this folder).
 */
export async function startHub(options: HubOptions): Promise<RunningHub> {
  const { dir, demo, system, log } = options
  const config = readConfig(dir)
  const { interfaces = networkInterfaces } = options
  const host = options.host ?? config.phone?.host ?? '127.0.0.1'
  await checkPort(host, options.port)
  const opened: (() => void | Promise<void>)[] = [lockFolder(dir)]
  const closeAll = async (): Promise<void> => {
    for (const close of opened.splice(0).toReversed()) await close()
  }
  try {
    const simDoor = typeof options.simDoor === 'function' ? await options.simDoor() : options.simDoor
    const payments = await openPayments(config.payment, demo, { system, log })
    if (payments) opened.push(() => payments.close())
    const engine = await openEngine({ dir, system, log, config, demo, simDoor, payments })
    opened.push(() => engine.close())
    const given = options.smtp ?? config.mail?.smtp ?? null
    const mailbox = demo && given === null ? await startDemoMailServer(system, log) : null
    if (mailbox) opened.push(() => mailbox.close())
    const smtp = mailbox?.url ?? given
    if (smtp === null) log('warn', 'no-mail-server', { file: join(dir, 'foyer.yaml'), key: 'mail.smtp' })
    const mailer = createMailer({ smtp, from: config.mail?.from, system, log })
    opened.push(() => mailer.close())
    const pay = payments?.serve(engine)
    if (pay) opened.push(() => pay.stop())
    const server = await startServer({
      ...options,
      host,
      engine,
      mailer,
      mailbox,
      pay: pay?.handle ?? null,
      publicUrl: config.phone?.url ?? null,
    })
    opened.push(() => server.close())
    const url = config.phone?.url ?? publicUrl(server.url, interfaces())
    payments?.listensAt(url)
    await engine.setUrl(url)
    log('info', 'hub-listens', { url: server.url, hub: engine.id, demo })
    return {
      url: localUrl(server.url),
      engine,
      mailbox,
      firstPin: engine.firstPin,
      pairingCode: async (role, location = engine.locations()[0] ?? '') =>
        (await engine.pairingCode(role, location)).code,
      close: closeAll,
    }
  } catch (error) {
    await closeAll()
    throw error
  }
}
