import type { Envelope } from '../../../shared/contract/commands.ts'
import { failure, isTransient } from '../../../shared/contract/errors.ts'
import type { ChangedRow } from '../../../shared/contract/rows.ts'
import type { DeviceVerbIn, Role } from '../../../shared/contract/socket.ts'
import type { DeviceId, LocationId } from '../../../shared/domain/ids.ts'
import type { Commit, DeviceContext, Engine, Execution, UnlockOrder } from '../seam/engine.ts'
import type { ScopeKey } from '../seam/scopes.ts'

type Presence = { online: boolean; version?: string; clockSkewMs?: number }

/** An engine in memory that does what a test tells it, and writes down what the server asked of it. For tests only. */
export interface FakeEngine extends Engine {
  addDevice(id: DeviceId, publicKey: string, roles: Role[], revoked?: boolean): void
  addStaff(device: DeviceId, token: string): void
  endStaff(token: string): void
  /** What `execute` does; the default answers with `{}`. */
  onExecute: (device: DeviceContext, envelope: Envelope) => Execution | Promise<Execution>
  /** Puts rows into a scope and tells the listeners. */
  commit(key: ScopeKey, rows: Omit<ChangedRow, 'rev'>[], effects?: Commit['effects']): void
  readonly presence: (Presence & { device: DeviceId })[]
  readonly reports: { device: DeviceId; report: DeviceVerbIn<'report'> }[]
  readonly mails: { mail: string; status: string; detail: string }[]
  readonly settled: { order: UnlockOrder; result: unknown }[]
  readonly executed: { device: DeviceId; envelope: Envelope }[]
  /** What `setUrl` was told last. */
  url: string
  /** The pairing code that is valid. */
  code: string
}

export function fakeEngine(): FakeEngine {
  const devices = new Map<
    DeviceId,
    { publicKey: string; roles: Role[]; location: LocationId; revoked: boolean }
  >()
  const location = 'lindenhof'
  const staff = new Map<string, DeviceId>()
  const scopes = new Map<ScopeKey, ChangedRow[]>()
  const listeners: ((commit: Commit) => void)[] = []
  const rowsOf = (key: ScopeKey): ChangedRow[] => scopes.get(key) ?? []
  const head = (key: ScopeKey): number => rowsOf(key).at(-1)?.rev ?? 0

  const engine: FakeEngine = {
    id: 'hub-1',
    passKey: 'A'.repeat(43),
    firstPin: null,
    code: 'ABCD2345',
    url: '',
    presence: [],
    reports: [],
    mails: [],
    settled: [],
    executed: [],
    onExecute: () => ({ kind: 'answer', result: { ok: true, value: {} } }),
    addDevice: (id, publicKey, roles, revoked = false) =>
      void devices.set(id, { publicKey, roles, location, revoked }),
    addStaff: (device, token) => void staff.set(token, device),
    endStaff: (token) => void staff.delete(token),
    commit(key, rows, effects = []) {
      const from = head(key)
      const changed = rows.map((row, index) => ({ ...row, rev: from + index + 1 }))
      scopes.set(key, [...rowsOf(key), ...changed])
      const changes = changed.length > 0 ? [{ key, from, to: head(key), rows: changed }] : []
      for (const listen of listeners) listen({ changes, effects })
    },
    async execute(device, envelope) {
      engine.executed.push({ device: device.id, envelope })
      return engine.onExecute(device, envelope)
    },
    async executeInOrder(device, envelopes) {
      const answers = []
      for (const envelope of envelopes) {
        const execution = await engine.execute(device, envelope)
        if (execution.kind !== 'answer') throw new Error('a durable command opens no door')
        answers.push(execution.result)
        if (isTransient(execution.result)) break
      }
      return answers
    },
    async settleUnlock(order, result) {
      engine.settled.push({ order, result })
    },
    async pair(input) {
      if (input.code !== engine.code) return failure('pairing-code-invalid')
      devices.set('paired-1', { publicKey: input.publicKey, roles: ['kiosk'], location, revoked: false })
      return { ok: true, value: { device: 'paired-1', roles: ['kiosk'] } }
    },
    device: (id) => devices.get(id) ?? null,
    async devicePresence(device, presence) {
      engine.presence.push({ device, ...presence })
    },
    async deviceReport(device, report) {
      engine.reports.push({ device, report })
    },
    staffSession: (id, token) => staff.get(token) === id,
    async mailStatus(mail, status, detail) {
      engine.mails.push({ mail, status, detail })
    },
    settlePayment: async () => {},
    isPayment: () => false,
    unsettledPayments: () => [],
    since(key, cursor, limit) {
      const after = rowsOf(key).filter(({ rev }) => rev > cursor)
      const rows = after.slice(0, limit)
      const more = after.length > rows.length
      return { from: cursor, to: more ? (rows.at(-1)?.rev ?? cursor) : head(key), rows, more }
    },
    head,
    pairingCode: async () => ({ code: engine.code, expiresAt: 0 }),
    setUrl: async (url) => void (engine.url = url),
    locations: () => [location],
    unpaired: () => devices.size === 0,
    onCommit: (listen) => void listeners.push(listen),
    close: async () => {},
  }
  return engine
}
