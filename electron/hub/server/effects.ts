import type { Commit, Effect } from '../seam/engine.ts'
import type { Mailer, OutgoingMail } from '../seam/mails.ts'
import type { ServerContext } from './context.ts'
import { fanOut } from './fan-out.ts'
import type { HubIo } from './wire.ts'

/**
 * What follows from a commit that is on disk. Revoked devices are cut off first, so that not even the rows of the same
 * commit reach them (R10.2). `track` keeps a mail's promise, so that a stop can wait for it.
 */
export function onCommit(
  io: HubIo,
  server: ServerContext,
  mailer: Mailer,
  track: (work: Promise<void>) => void,
  commit: Commit,
): void {
  for (const effect of commit.effects)
    if (effect.kind === 'device-revoked') server.devices.revoke(effect.device)
  // Whoever waits for an answer comes first: the rows follow once the answers of this commit are out.
  setImmediate(() => {
    for (const changes of commit.changes) fanOut(io, server.engine, server.devices, changes)
  })
  for (const effect of commit.effects) {
    if (effect.kind === 'mail') track(sendMail(server, mailer, effect.mail))
    else tell(server, effect)
  }
}

function tell({ devices }: ServerContext, effect: Exclude<Effect, { kind: 'mail' }>): void {
  switch (effect.kind) {
    case 'session-ended':
      return devices.emit(effect.device, 'sessionEnded', { session: effect.session })
    case 'person':
      return devices.emit(effect.device, 'person', { session: effect.session, person: effect.person })
    case 'handoff':
      return devices.emit(effect.device, 'handoff', { handoff: effect.handoff, step: effect.step })
    case 'greeted': {
      const { device, handoff, session, person } = effect
      return devices.emit(device, 'greeted', { handoff, session, person })
    }
    case 'offers':
      return devices.emit(effect.device, 'offers', { session: effect.session, offers: effect.offers })
    case 'device-revoked':
    case 'payment-opened':
      return
  }
}

/** Hands a mail over and says what became of it: to reception by its row, to the device that asked by an event (R2.5). */
async function sendMail(
  { engine, devices, log }: ServerContext,
  mailer: Mailer,
  mail: OutgoingMail,
): Promise<void> {
  try {
    const { status, detail, stopped } = await mailer.send(mail)
    // What may be written again stays queued: the next start sends it. A code is lost with our memory (R2.2).
    if (stopped && mail.kind !== 'code') return
    await engine.mailStatus(mail.id, status, detail)
    devices.emit(mail.device, 'mail', { mail: mail.id, status, detail })
  } catch (error) {
    log('error', 'mail-status-lost', { mail: mail.id, error: String(error) })
  }
}
