import {
  type CommandType,
  commands,
  type DurableEnvelope,
  type Envelope,
} from '../../../shared/contract/commands.ts'
import { type FoyerError, failure, isTransient } from '../../../shared/contract/errors.ts'
import type { DeviceId, Instant } from '../../../shared/domain/ids.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { parse } from '../../lib/parse.ts'
import type { DeviceContext, Execution, UnlockOrder } from '../seam/engine.ts'
import type { AuditEntry } from '../store/audit.ts'
import { violated } from '../store/transactions.ts'
import type { ChangeSet } from './change-set.ts'
import type { Command } from './command.ts'
import { atLocation, type CommandContext, createContext, type EngineDeps } from './context.ts'
import { personSession, staffSession } from './sessions.ts'
import type { Writer } from './writer.ts'

/** What the job of a command came to: what to answer, before it is put into the answer's form. */
type Decided =
  | { kind: 'answer'; result: Result<unknown, FoyerError>; person?: CommandContext['person'] }
  | { kind: 'unlock'; order: UnlockOrder }

/** One of several in order, after one that is to come again: nothing was done. */
type Skipped = { kind: 'skipped' }

/** The command pipeline; `Engine.execute` and `Engine.executeInOrder` say what it promises. */
export function createExecute(
  deps: EngineDeps,
  writer: Writer,
  { commandOf, beforeSubmit }: { commandOf(type: string): Command | undefined; beforeSubmit: () => void },
) {
  /** What can be refused without the writer. */
  const check = (device: DeviceContext, envelope: Envelope): Result<Checked, FoyerError> => {
    const { type } = envelope
    const command = commandOf(type)
    if (!command) return failure('unknown-verb', { verb: type })
    if (!maySend(device, type)) return failure('not-allowed')
    const payload = parse<unknown>(commands[type].payload, envelope.payload)
    return payload.ok ? ok({ command, device, envelope, payload: payload.value }) : payload
  }

  const submit = <T>(asked: Asked, inTurn: (run: () => Decided) => T): Promise<T> =>
    writer.submit(
      (changeSet) => inTurn(() => executeOnce(deps, changeSet, asked)),
      (_changeSet, error) => inTurn(() => refusedBySchema(deps, asked, error)),
    )

  /** The answer to a command that is on disk. */
  const answerOf = (
    { command, device, envelope }: Checked,
    { result, person }: Extract<Decided, { kind: 'answer' }>,
  ): Result<unknown, FoyerError> => {
    if (!result.ok) return result
    const presenting = {
      deps: atLocation(deps, device.location),
      command: envelope.id,
      device,
      ...(person && { person }),
    }
    return ok(command.present(result.value, presenting))
  }

  return {
    async execute(device: DeviceContext, envelope: Envelope): Promise<Execution> {
      const checked = check(device, envelope)
      if (!checked.ok) return { kind: 'answer', result: checked }
      const { command, payload } = checked.value

      // Durable commands have no slow part: they reach the writer in the order in which they came.
      let ready: unknown
      if (command.prepare) {
        // Reject before the slow prepare step. The session is checked again in the transaction.
        const now = deps.system.now()
        const behalf = onBehalfOf(deps, checked.value, now, now)
        if (!behalf.ok) return { kind: 'answer', result: behalf }
        ready = await command.prepare(atLocation(deps, device.location), payload, device, envelope.session)
      }
      beforeSubmit()
      const decided = await submit({ ...checked.value, ready }, (run) => run())
      return decided.kind === 'unlock'
        ? decided
        : { kind: 'answer', result: answerOf(checked.value, decided) }
    },

    async executeInOrder(
      device: DeviceContext,
      envelopes: readonly DurableEnvelope[],
    ): Promise<Result<unknown, FoyerError>[]> {
      beforeSubmit()
      const order = createOrder()
      // All are submitted in this turn, so they share a commit; each is answered after it.
      const running = envelopes.map(async (envelope, place) => {
        try {
          const checked = check(device, envelope)
          if (!checked.ok) return checked
          const decided = await submit({ ...checked.value, ready: undefined }, (run) =>
            order.inTurn(place, run),
          )
          if (decided.kind === 'answer') return answerOf(checked.value, decided)
          // Skipped: one before it ends the answers. No durable command opens a door.
          return failure('internal')
        } catch (error) {
          order.stopAt(place)
          deps.log('error', 'command-failed', { command: envelope.id, why: (error as Error).stack })
          return failure('internal')
        }
      })
      const answers: Result<unknown, FoyerError>[] = []
      for (const one of running) {
        const answer = await one
        answers.push(answer)
        if (isTransient(answer)) break
      }
      return answers
    },
  }
}

/**
 * Jobs that take effect in their order only: none after one that is to come again, or its number would be used up. They
 * may be run twice, and a part of them in a later batch than the others.
 */
function createOrder() {
  let stoppedAt = Number.POSITIVE_INFINITY
  return {
    inTurn(place: number, run: () => Decided): Decided | Skipped {
      if (place > stoppedAt) return { kind: 'skipped' }
      // Until it is decided: it may throw.
      stoppedAt = place
      const decided = run()
      if (decided.kind === 'unlock' || !isTransient(decided.result)) stoppedAt = Number.POSITIVE_INFINITY
      return decided
    },
    /** What was decided at `place` is not on disk. */
    stopAt(place: number): void {
      stoppedAt = Math.min(stoppedAt, place)
    },
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

interface Checked {
  command: Command
  device: DeviceContext
  envelope: Envelope
  payload: unknown
}

interface Asked extends Checked {
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
  const result = command.run(context, payload, ready)
  if ('unlock' in result) return { kind: 'unlock', order: { ...result.unlock, command: envelope.id } }
  return { kind: 'answer', result, ...(context.person && { person: context.person }) }
}

/** Checks the session that a command needs. A durable one may come late: its session was live when it was made (R9.3). */
function onBehalfOf(
  { store }: EngineDeps,
  { command, device, envelope }: Pick<Asked, 'command' | 'device' | 'envelope'>,
  at: number,
  now: number,
): Result<{ actor: AuditEntry['actor'] } & object, FoyerError> {
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
