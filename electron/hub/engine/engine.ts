import { newId } from '../../lib/system.ts'
import type { Engine, ScopeKey } from '../seam/engine.ts'
import { deviceHealth, isNews } from '../commands/devices/devices.ts'
import type { Draft } from '../pipeline/change-set.ts'
import { createExecute } from '../pipeline/execute.ts'
import { sendLostMails, settleMail } from '../commands/mails/mails.ts'
import { issuePairingCode, pair } from '../commands/devices/pairing.ts'
import { settlePayment } from '../commands/orders/payments.ts'
import type { Publisher } from '../pipeline/publisher.ts'
import { keepReport, type LastHeld, newsOf, remember } from '../commands/devices/report.ts'
import { createRun, type Parts, type Run } from '../pipeline/context.ts'
import { staffSession } from '../pipeline/sessions.ts'
import { rowsSince } from '../pipeline/since.ts'
import { startSweeping } from '../sweep/schedule.ts'
import { settleUnlock } from '../commands/doors/unlocks.ts'
import type { Writer } from '../pipeline/writer.ts'

/** Puts the parts together behind the seam of `engine-types.ts`. */
export function createEngine(
  parts: Parts,
  writer: Writer,
  publisher: Publisher,
  firstPin: string | null,
): Engine {
  const { store, system, keys } = parts
  const lastHeld: LastHeld = new Map()
  const sweeping = startSweeping(parts, writer)
  const execute = createExecute(parts, writer, sweeping.ifDue)

  const submit = <T>(job: (run: Run) => T): Promise<T> => {
    sweeping.ifDue()
    return writer.submit((draft: Draft) => job(createRun(parts, draft, system.now())))
  }

  return {
    id: store.meta.get('hub') ?? '',
    passKey: keys.pass.publicKey,
    firstPin,
    execute,
    settleUnlock: (order, result) => submit((run) => settleUnlock(run, order, result)),
    pair: (input) => submit((run) => pair(run, input)),
    device(id) {
      const device = store.devices.find(id)
      return device
        ? { publicKey: device.publicKey, roles: device.roles, revoked: device.revokedAt !== null }
        : null
    },
    async devicePresence(id, presence) {
      const device = store.devices.find(id)
      if (device && isNews(device, presence, system.now()))
        await submit((run) => deviceHealth(run, id, presence))
    },
    async deviceReport(id, report) {
      const news = newsOf(parts, lastHeld, id, report)
      if (!news) return
      await submit((run) => keepReport(run, id, news))
      remember(lastHeld, news)
    },
    staffSession: (id, token) => staffSession(store, id, token, system.now()).ok,
    mailStatus: (id, status, detail) =>
      submit((run) => {
        const mail = store.mails.find(id)
        if (mail) settleMail(run, mail, status, detail)
      }),
    settlePayment: (ref, verdict) => submit((run) => settlePayment(run, ref, verdict)),
    isPayment: (ref) => store.payments.find(ref) !== undefined,
    unsettledPayments: () => store.payments.unsettled().map(({ ref }) => ref),
    since: (key, cursor, limit) => rowsSince(store, publisher, key, cursor, limit),
    head: (key: ScopeKey) => publisher.head(key),
    pairingCode: (role) => submit((run) => issuePairingCode(run, newId(system), role)),
    async setUrl(url) {
      const isFirst = parts.url() === ''
      parts.setUrl(url)
      if (isFirst && store.mails.queued().length > 0) await submit(sendLostMails)
    },
    unpaired: () => store.devices.all().length === 0,
    onCommit: writer.onCommit,
    async close() {
      sweeping.stop()
      await writer.drain()
      store.close()
    },
  }
}
