import { newId } from '../../lib/system.ts'
import { deviceHealth, isNews } from '../commands/devices/devices.ts'
import { issuePairingCode, pair } from '../commands/devices/pairing.ts'
import { keepReport, type LastHeld, newsOf, remember } from '../commands/devices/report.ts'
import { settleUnlock } from '../commands/doors/unlocks.ts'
import { commandOf } from '../commands/index.ts'
import { settleMail } from '../commands/mails/mails.ts'
import { settlePayment } from '../commands/orders/payments.ts'
import type { ChangeSet } from '../pipeline/change-set.ts'
import { createContext, type EngineDeps, type JobContext } from '../pipeline/context.ts'
import { createExecute } from '../pipeline/execute.ts'
import type { Publisher } from '../pipeline/publisher.ts'
import { staffSession } from '../pipeline/sessions.ts'
import { rowsSince } from '../pipeline/since.ts'
import type { Writer } from '../pipeline/writer.ts'
import type { Engine } from '../seam/engine.ts'
import type { ScopeKey } from '../seam/scopes.ts'
import { sendLostMails } from '../sweep/lost-mails.ts'
import { startSweeping } from '../sweep/schedule.ts'

/** Puts the parts together behind the seam of `engine-types.ts`. */
export function createEngine(
  deps: EngineDeps,
  writer: Writer,
  publisher: Publisher,
  firstPin: string | null,
): Engine {
  const { store, system, keys } = deps
  const lastHeld: LastHeld = new Map()
  const sweeping = startSweeping(deps, writer)
  const { execute, executeInOrder } = createExecute(deps, writer, { commandOf, beforeSubmit: sweeping.ifDue })

  const submit = <T>(job: (context: JobContext) => T): Promise<T> => {
    sweeping.ifDue()
    return writer.submit((changeSet: ChangeSet) => job(createContext(deps, changeSet, system.now())))
  }

  return {
    id: store.meta.get('hub') ?? '',
    passKey: keys.pass.publicKey,
    firstPin,
    execute,
    executeInOrder,
    settleUnlock: (order, result) => submit((context) => settleUnlock(context, order, result)),
    pair: (input) => submit((context) => pair(context, input)),
    device(id) {
      const device = store.devices.find(id)
      return device
        ? { publicKey: device.publicKey, roles: device.roles, revoked: device.revokedAt !== null }
        : null
    },
    async devicePresence(id, presence) {
      const device = store.devices.find(id)
      if (device && isNews(device, presence, system.now()))
        await submit((context) => deviceHealth(context, id, presence))
    },
    async deviceReport(id, report) {
      const news = newsOf(deps, lastHeld, id, report)
      if (!news) return
      await submit((context) => keepReport(context, id, news))
      remember(lastHeld, news)
    },
    staffSession: (id, token) => staffSession(store, id, token, system.now()).ok,
    mailStatus: (id, status, detail) =>
      submit((context) => {
        const mail = store.mails.find(id)
        if (mail) settleMail(context, mail, status, detail)
      }),
    settlePayment: (ref, verdict) => submit((context) => settlePayment(context, ref, verdict)),
    isPayment: (ref) => store.payments.find(ref) !== undefined,
    unsettledPayments: () => store.payments.unsettled().map(({ ref }) => ref),
    since: (key, cursor, limit) => rowsSince(store, publisher, key, cursor, limit),
    head: (key: ScopeKey) => publisher.head(key),
    pairingCode: (role) => submit((context) => issuePairingCode(context, newId(system), role)),
    async setUrl(url) {
      const isFirst = deps.url() === ''
      deps.setUrl(url)
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
