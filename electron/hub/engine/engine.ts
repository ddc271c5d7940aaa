import type { LocationId } from '../../../shared/domain/ids.ts'
import { newId } from '../../lib/system.ts'
import { deviceHealth, isNews } from '../commands/devices/devices.ts'
import { issuePairingCode, pair, pairingLocation } from '../commands/devices/pairing.ts'
import { keepReport, type LastHeld, newsOf, remember } from '../commands/devices/report.ts'
import { settleUnlock } from '../commands/doors/unlocks.ts'
import { commandOf } from '../commands/index.ts'
import { settleMail } from '../commands/mails/mails.ts'
import { settlePayment } from '../commands/orders/payments.ts'
import { atLocation, createContext, type EngineDeps, type JobContext } from '../pipeline/context.ts'
import { createExecute } from '../pipeline/execute.ts'
import { firstLocation } from '../pipeline/place.ts'
import type { Publisher } from '../pipeline/publisher.ts'
import { staffSession } from '../pipeline/sessions.ts'
import { rowsSince } from '../pipeline/since.ts'
import type { Writer } from '../pipeline/writer.ts'
import type { Engine } from '../seam/engine.ts'
import type { ScopeKey } from '../seam/scopes.ts'
import { sendLostMails } from '../sweep/lost-mails.ts'
import { startSweeping } from '../sweep/schedule.ts'

/** Puts the parts together behind `seam/engine.ts`. */
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

  const submit = <T>(location: LocationId, job: (context: JobContext) => T): Promise<T> => {
    sweeping.ifDue()
    return writer.submit((changeSet) => job(createContext(deps, changeSet, { now: system.now(), location })))
  }

  return {
    id: store.meta.get('hub') ?? '',
    passKey: keys.pass.publicKey,
    firstPin,
    execute,
    executeInOrder,
    async settleUnlock(order, result) {
      const host = store.devices.find(order.host)
      if (host) await submit(host.location, (context) => settleUnlock(context, order, result))
    },
    pair: (input) => submit(pairingLocation(deps, input.code), (context) => pair(context, input)),
    device(id) {
      const device = store.devices.find(id)
      if (!device) return null
      const { publicKey, roles, location, revokedAt } = device
      return { publicKey, roles, location, revoked: revokedAt !== null }
    },
    async devicePresence(id, presence) {
      const device = store.devices.find(id)
      if (device && isNews(device, presence, system.now()))
        await submit(device.location, (context) => deviceHealth(context, id, presence))
    },
    async deviceReport(id, report) {
      const location = store.devices.find(id)?.location
      const news = location === undefined ? null : newsOf(atLocation(deps, location), lastHeld, id, report)
      if (location === undefined || !news) return
      await submit(location, (context) => keepReport(context, id, news))
      remember(lastHeld, news)
    },
    staffSession: (id, token) => staffSession(store, id, token, system.now()).ok,
    async mailStatus(id, status, detail) {
      await submit(store.mails.find(id)?.location ?? firstLocation(deps), (context) => {
        const mail = store.mails.find(id)
        if (mail) settleMail(context, mail, status, detail)
      })
    },
    async settlePayment(ref, verdict) {
      const order = store.payments.find(ref)?.order
      const location = order === undefined ? undefined : store.orders.locationOf(order)
      if (location !== undefined) await submit(location, (context) => settlePayment(context, ref, verdict))
    },
    isPayment: (ref) => store.payments.find(ref) !== undefined,
    unsettledPayments: () => store.payments.unsettled().map(({ ref }) => ref),
    since: (key, cursor, limit) => rowsSince(store, publisher, key, cursor, limit),
    head: (key: ScopeKey) => publisher.head(key),
    pairingCode: (role, location) =>
      submit(location, (context) => issuePairingCode(context, newId(system), role)),
    async setUrl(url) {
      const isFirst = deps.url() === ''
      deps.setUrl(url)
      if (!isFirst) return
      for (const location of deps.locations())
        if (store.mails.queued(location).length > 0) await submit(location, sendLostMails)
    },
    locations: deps.locations,
    unpaired: () => !store.devices.any(),
    onCommit: writer.onCommit,
    async close() {
      sweeping.stop()
      await writer.drain()
      store.close()
    },
  }
}
