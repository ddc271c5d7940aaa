import type { z } from 'zod'
import {
  commands,
  type DurableCommandType,
  type DurableEnvelope,
  type PayloadOf,
} from '../../../shared/contract/commands.ts'
import { type FoyerError, failure, isTransient } from '../../../shared/contract/errors.ts'
import { commandsAtOnce } from '../../../shared/contract/socket.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { Log } from '../../lib/log.ts'
import { parse } from '../../lib/parse.ts'
import { newId, type System } from '../../lib/system.ts'
import { type Signal, signal } from '../signal.ts'
import type { DeskPromise, NewRow, OutboxRow, OutboxTable } from '../store/outbox-table.ts'
import { delays } from './delays.ts'
import type { Link } from './link.ts'
import { createSchedule } from './outbox-schedule.ts'

export interface Answered {
  row: OutboxRow
  result: Result<unknown, FoyerError>
}

export interface Outbox {
  /** On disk when it returns its id, and on its way if the hub is there (R9.3). Throws when the disk takes nothing. */
  enqueue<T extends DurableCommandType>(
    type: T,
    payload: PayloadOf<T>,
    options: { session: string | null; promised?: DeskPromise },
  ): string
  /**
   * The same for what is shown only when the hub has answered (`waitFor`) or `promise` is on disk: it is sent while it is
   * written, and the hub works while the disk does. If the commit fails after it was sent, the hub's word is waited for.
   */
  request<T extends DurableCommandType>(type: T, payload: PayloadOf<T>, session: string): string
  /** The hub's final word on it; null when there is none after `ms`. */
  waitFor(id: string, ms: number): Promise<Result<unknown, FoyerError> | null>
  /** The screen confirms it without the hub. False: it must not; the hub's word counts, which is here or to come. */
  promise(id: string, promised: DeskPromise): boolean
  /** Takes it back if it surely was never sent; else false, and the hub decides. */
  withdraw(id: string): boolean
  answered: Signal<Answered>
  /** How many commands wait. */
  size(): number
  close(): void
}

/**
 * Sends what lies in the outbox, in order of `seq` and `commandsAtOnce` at a time, until each has its final answer (I2,
 * R9.3). One batch is under way at a time: a row whose answer may be another one later must not be overtaken by those
 * behind it, as the hub takes numbers in rising order only.
 */
export function createOutbox(table: OutboxTable, link: Link, system: System, log: Log): Outbox {
  const answered = signal<Answered>()
  const schedule = createSchedule(table, system)
  /** Sent by this process, and whether as a promise. Rows of an earlier one may have been sent too. */
  const sent = new Map<string, boolean>()
  /** Rows in the next batch: after a failure one by itself, then twice as many each time. */
  let atOnce: number = commandsAtOnce
  let pumping = false
  let closed = false
  let cancelWake = (): void => {}

  const isOnline = (): boolean => link.state().name === 'online'

  /** `first`: rows that are to go before it is asked which are due. */
  const pump = async (first: readonly OutboxRow[] = []): Promise<void> => {
    if (pumping) return
    pumping = true
    try {
      for (let rows = first.length > 0 ? first : due(); rows.length > 0; rows = due()) await deliver(rows)
    } catch (error) {
      // The disk gives or takes nothing: not a reason to stop for ever.
      log('error', 'outbox-stopped', { why: (error as Error).stack })
      wake(delays.send)
    }
    pumping = false
  }

  const wake = (ms: number): void => {
    cancelWake()
    if (!closed) cancelWake = system.after(ms, () => void pump())
  }

  /** The rows whose turn it is; sets a timer when all must wait. */
  const due = (): OutboxRow[] => {
    cancelWake()
    if (closed || !isOnline()) return []
    const { rows, wakeAt } = schedule.next(atOnce)
    if (rows.length === 0 && wakeAt !== null) wake(wakeAt - system.now())
    return rows
  }

  const deliver = async (rows: readonly OutboxRow[]): Promise<void> => {
    for (const { id, promised } of rows) sent.set(id, promised !== null)
    const answer = await link.ask('commands', { commands: rows.map(envelopeOf) }, delays.send)
    if (closed) return
    if (answer.ok && answer.value.answers.length > 0) take(rows, answer.value.answers)
    else fail(rows, answer.ok ? { code: 'internal' } : answer.error)
  }

  /** Each answer belongs to the row at its place; the last may be one that ended the list. */
  const take = (rows: readonly OutboxRow[], answers: readonly Result<unknown, FoyerError>[]): void => {
    const stoppedAt = answers.findIndex(isTransient)
    const finals = answers.slice(0, stoppedAt < 0 ? rows.length : stoppedAt)
    let told: Answered[]
    try {
      told = settle(rows, finals)
    } catch (error) {
      // The disk does not take it (it is full, say): the hub gives the same answers again.
      log('error', 'outbox-not-written', { rows: finals.length, why: (error as Error).message })
      return fail(rows, { code: 'hub-unreachable' })
    }
    const last = answers[stoppedAt]
    const held = rows[stoppedAt]
    if (held && last && !last.ok) hold(held, last.error)
    atOnce = Math.min(atOnce * 2, commandsAtOnce)
    for (const one of told) answered.emit(one)
  }

  /** None of them has an answer, and the first may be why: it goes alone the next time. */
  const fail = (rows: readonly OutboxRow[], error: FoyerError): void => {
    atOnce = 1
    if (rows[0]) hold(rows[0], error)
  }

  const hold = ({ id }: OutboxRow, { code }: FoyerError): void => {
    // A lost connection is no fault of the row: it goes first again when the hub is back.
    const attempts = schedule.failed(id, code !== 'hub-unreachable')
    log('warn', 'command-held', { id, code, attempts })
    try {
      table.rescue()
    } catch (error) {
      log('error', 'outbox-not-written', { id, why: (error as Error).message })
    }
  }

  /** Takes away what has its final answer, all of it or nothing, and gives what there is to tell. */
  const settle = (rows: readonly OutboxRow[], finals: readonly Result<unknown, FoyerError>[]): Answered[] => {
    const verdicts = finals.flatMap((result, place) => {
      // Gone: this device was wiped in the meantime.
      const row = table.get(rows[place]?.id ?? '')
      return row ? [{ row, result }] : []
    })
    const told = verdicts.filter(({ row, result }) => !isPromisedMeanwhile(row, result))
    const unreadable = told.flatMap(({ row: { id }, result }) =>
      isUnreadable(result) ? [{ id, reason: result.error.detail ?? result.error.code }] : [],
    )
    table.settle(
      told.flatMap(({ row: { id }, result }) => (isUnreadable(result) ? [] : [id])),
      unreadable,
    )
    for (const verdict of verdicts) {
      logVerdict(verdict)
      schedule.settled(verdict.row.id)
      sent.delete(verdict.row.id)
    }
    return told.map(({ row, result }) => ({ row, result: checkedOutcome(row.type, result) }))
  }

  /** Confirmed on the screen after it was sent as a question: sent again as the promise that it is now (R9.4). */
  const isPromisedMeanwhile = (row: OutboxRow, result: Result<unknown, FoyerError>): boolean =>
    !result.ok && !isUnreadable(result) && row.promised !== null && sent.get(row.id) === false

  const logVerdict = ({ row, result }: Answered): void => {
    if (result.ok) return
    const { id, type } = row
    const { code, detail } = result.error
    if (isUnreadable(result)) log('error', 'command-set-aside', { id, type, why: detail })
    else if (isPromisedMeanwhile(row, result)) log('info', 'command-promised-meanwhile', { id, code })
    else log('warn', 'command-refused', { id, type, code })
  }

  const stopListening = link.changed.on(() => {
    if (!isOnline()) return
    schedule.hurry()
    void pump()
  })

  return {
    enqueue: (type, payload, { session, promised = null as DeskPromise | null }) => {
      const id = newId(system)
      table.add({ id, type, payload, session, at: system.now(), promised } as NewRow)
      void pump()
      return id
    },
    request: (type, payload, session) => {
      const id = newId(system)
      const row = { id, type, payload, session, at: system.now(), promised: null } as NewRow
      if (pumping || !isOnline() || table.size() > 0) {
        table.add(row)
        void pump()
      } else if (!table.addAndSend(row, (added) => void pump([added])))
        log('error', 'outbox-not-written', { id })
      return id
    },
    waitFor: (id, ms) =>
      new Promise((resolve) => {
        const settled = (result: Result<unknown, FoyerError> | null): void => {
          stop()
          cancel()
          resolve(result)
        }
        const stop = answered.on(({ row, result }) => {
          if (row.id === id) settled(result)
        })
        const cancel = system.after(ms, () => settled(null))
      }),
    promise: (id, promised) => {
      try {
        return table.promise(id, promised)
      } catch (error) {
        // It may be at the hub: no reason to say that it failed.
        log('error', 'outbox-not-written', { id, why: (error as Error).message })
        return false
      }
    },
    withdraw: (id) => {
      if (sent.has(id) || !table.get(id)) return false
      table.remove(id)
      return true
    },
    answered,
    size: () => table.size(),
    close: () => {
      closed = true
      cancelWake()
      stopListening()
    },
  }
}

function envelopeOf({ id, type, payload, seq, at, session, promised }: OutboxRow): DurableEnvelope {
  return { id, type, payload, seq, at, ...(session && { session }), ...(promised && { promised: true }) }
}

/** The hub cannot read it, now or ever. */
function isUnreadable(result: Result<unknown, FoyerError>): result is { ok: false; error: FoyerError } {
  return !result.ok && result.error.code === 'invalid-input'
}

function checkedOutcome(
  type: DurableCommandType,
  answer: Result<unknown, FoyerError>,
): Result<unknown, FoyerError> {
  if (!answer.ok) return answer
  const checked = parse(commands[type].outcome as z.ZodType, answer.value)
  return checked.ok ? checked : failure('internal', undefined, checked.error.detail)
}
