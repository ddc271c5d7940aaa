import { type CommandType, commands, type Envelope } from '../../../shared/contract/commands.ts'
import { type FoyerError, failure } from '../../../shared/contract/errors.ts'
import type { AccountId, DeviceId, Instant } from '../../../shared/domain/ids.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { parse } from '../../lib/parse.ts'
import type { DeviceContext, Execution, UnlockOrder } from '../seam/engine.ts'
import type { AuditEntry } from '../store/audit.ts'
import { violated } from '../store/transactions.ts'
import type { ChangeSet } from './change-set.ts'
import type { Command } from './command.ts'
import {
  atLocation,
  type CommandContext,
  createContext,
  type EngineDeps,
  type JobContext,
} from './context.ts'
import { personSession, staffSession } from './sessions.ts'
import type { Writer } from './writer.ts'

/** What the job of a command came to: what to answer, before it is put into the answer's form. */
type Decided =
  | ({ kind: 'answer'; result: Result<unknown, FoyerError> } & Pick<CommandContext, 'person' | 'pass'>)
  | { kind: 'unlock'; order: UnlockOrder }

/** What the pipeline knows nothing of itself. */
interface Around {
  commandOf(type: string): Command | undefined
  /** What is due in the whole hub comes before anything that is submitted. */
  beforeSubmit(): void
  /** What is due for one person, before anything is decided about them. */
  beforePerson(context: JobContext, account: AccountId): void
}

const refused = (error: Result<never, FoyerError>): Execution => ({ kind: 'answer', result: error })

/** The command pipeline; `Engine.execute` says what it promises. */
export function createExecute(
  deps: EngineDeps,
  writer: Writer,
  { commandOf, beforeSubmit, beforePerson }: Around,
) {
  return async (device: DeviceContext, envelope: Envelope): Promise<Execution> => {
    const { type } = envelope
    const command = commandOf(type)
    if (!command) return refused(failure('unknown-verb', { verb: type }))
    if (!maySend(device, type)) return refused(failure('not-allowed'))
    const payload = parse<unknown>(commands[type].payload, envelope.payload)
    if (!payload.ok) return refused(payload)

    // Durable commands have no slow part: they reach the writer in the order in which they came.
    let ready: unknown
    if (command.prepare) {
      // Reject before the slow prepare step. The session is checked again in the transaction.
      const now = deps.system.now()
      const behalf = onBehalfOf(deps, { command, device, envelope }, now, now)
      if (!behalf.ok) return refused(behalf)
      ready = await command.prepare(
        atLocation(deps, device.location),
        payload.value,
        device,
        envelope.session,
      )
    }
    beforeSubmit()
    const asked = { command, device, envelope, payload: payload.value, ready, beforePerson }
    const decided = await writer.submit(
      (changeSet) => executeOnce(deps, changeSet, asked),
      (_changeSet, error) => refusedBySchema(deps, asked, error),
    )
    if (decided.kind === 'unlock' || !decided.result.ok) return decided
    const { result, person, pass } = decided
    const presenting = {
      deps: atLocation(deps, device.location),
      command: envelope.id,
      device,
      ...(person && { person }),
      ...(pass && { pass }),
    }
    return { kind: 'answer', result: ok(await command.present(result.value, presenting)) }
  }
}

/** Whether a device may send a command at all (I9): the contract says from what it comes. */
function maySend({ roles }: DeviceContext, type: CommandType): boolean {
  const from: readonly string[] = commands[type].from
  return roles.some((role) => from.includes(role))
}

/** Only paired devices have an outbox whose commands are counted; a phone sends each when it is made (I2 by its id). */
function isCounted({ roles }: DeviceContext, type: CommandType): boolean {
  return commands[type].durable && !roles.includes('phone')
}

interface Asked extends Pick<Around, 'beforePerson'> {
  command: Command
  device: DeviceContext
  envelope: Envelope
  payload: unknown
  ready: unknown
}

/** Decides a command unless it was seen before, and keeps the answer (I2). */
function executeOnce(deps: EngineDeps, changeSet: ChangeSet, asked: Asked): Decided {
  const { store } = deps
  const { command, device, envelope } = asked
  const now = deps.system.now()
  if (store.devices.isRevoked(device.id)) return { kind: 'answer', result: failure('device-revoked') }

  const seen = store.commands.find(envelope.id)
  if (seen) {
    if (seen.device !== device.id) return { kind: 'answer', result: failure('not-allowed') }
    if (seen.type !== envelope.type)
      return { kind: 'answer', result: failure('invalid-input', { field: 'type' }) }
    const known = keptAnswer(seen.outcome_json)
    // A refusal had no effects. If the device promised it all the same, it is decided again as a promise (R9.4).
    if (known.ok || !envelope.promised || !commands[envelope.type].durable)
      return { kind: 'answer', result: known }
  }
  if (isCounted(device, envelope.type) && !seen && envelope.seq <= lastSeqOf(deps, device.id))
    return { kind: 'answer', result: failure('invalid-input', { field: 'seq' }, 'seq: was used before') }

  const decided = decide(deps, changeSet, asked, Math.min(envelope.at, now), now)
  if (command.readOnly) return decided
  keep(deps, asked, decided, now)
  return decided
}

function lastSeqOf({ store, lastSeqs }: EngineDeps, device: DeviceId): number {
  const known = lastSeqs.get(device)
  if (known !== undefined) return known
  const stored = store.commands.lastSeq(device)
  lastSeqs.set(device, stored)
  return stored
}

function keep(deps: EngineDeps, { device, envelope }: Asked, decided: Decided, now: Instant): void {
  deps.store.commands.keep({
    id: envelope.id,
    device: device.id,
    seq: isCounted(device, envelope.type) ? envelope.seq : null,
    type: envelope.type,
    at: envelope.at,
    receivedAt: now,
    outcome: decided.kind === 'unlock' ? null : JSON.stringify(decided.result),
  })
  if (isCounted(device, envelope.type))
    deps.lastSeqs.set(device.id, Math.max(envelope.seq, lastSeqOf(deps, device.id)))
}

/** What must never happen twice is a constraint: where one steps in, the device gets a refusal, not a crash (I1). */
function refusedBySchema(deps: EngineDeps, asked: Asked, error: unknown): Decided {
  const constraint = violated(error)
  const result = constraint && asked.command.refused?.(constraint)
  if (!result) throw error
  deps.log('warn', 'refused-by-schema', { command: asked.envelope.id, why: (error as Error).message })
  const decided: Decided = { kind: 'answer', result }
  keep(deps, asked, decided, deps.system.now())
  return decided
}

/** An unlock that was never settled may have opened the door: it is not tried again. */
function keptAnswer(json: string | null): Result<unknown, FoyerError> {
  if (json === null) return failure('door-unknown-outcome')
  return JSON.parse(json) as Result<unknown, FoyerError>
}

function decide(deps: EngineDeps, changeSet: ChangeSet, asked: Asked, at: number, now: number): Decided {
  const { command, device, envelope, payload, ready } = asked
  const behalf = onBehalfOf(deps, asked, at, now)
  if (!behalf.ok) return { kind: 'answer', result: behalf }
  const { actor, ...who } = behalf.value
  const context: CommandContext = {
    ...createContext(deps, changeSet, { now, location: device.location, actor }),
    ...who,
    command: envelope.id,
    device,
    at,
    promised: envelope.promised === true,
  }
  if (behalf.value.account !== undefined) asked.beforePerson(context, behalf.value.account)
  const result = command.run(context, payload, ready)
  if ('unlock' in result) return { kind: 'unlock', order: { ...result.unlock, command: envelope.id } }
  const { person, pass } = context
  return { kind: 'answer', result, ...(person && { person }), ...(pass && { pass }) }
}

/** Checks the session that a command needs. A durable one may come late: its session was live when it was made (R9.3). */
function onBehalfOf(
  { store }: EngineDeps,
  { command, device, envelope }: Pick<Asked, 'command' | 'device' | 'envelope'>,
  at: number,
  now: number,
): Result<{ actor: AuditEntry['actor']; account?: AccountId }, FoyerError> {
  const { as, durable } = commands[envelope.type]
  if (as === 'device' || (as === 'viewer' && envelope.session === undefined))
    return ok({ actor: { kind: 'device', id: device.id } })
  const when = durable ? at : now
  if (as === 'staff') {
    const staff = staffSession(store, device.id, envelope.session, when)
    return staff.ok ? ok({ actor: { kind: 'staff', id: staff.value.staff.id }, ...staff.value }) : staff
  }
  const person = personSession(store, device.id, envelope.session, when, command.sessionMayBeOver)
  return person.ok ? ok({ actor: { kind: 'account', id: person.value.account }, ...person.value }) : person
}
