import type { z } from 'zod'
import { commands, type DurableCommandType, type PayloadOf } from '../../../shared/contract/commands.ts'
import type { ErrorCode, FoyerError } from '../../../shared/contract/errors.ts'
import { failure } from '../../../shared/contract/errors.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { Log } from '../../lib/log.ts'
import { parse } from '../../lib/parse.ts'
import { backoff } from '../../lib/retry.ts'
import { newId, type System } from '../../lib/system.ts'
import { type Signal, signal } from '../signal.ts'
import type { DeskPromise, NewRow, OutboxRow, OutboxTable } from '../store/outbox-table.ts'
import { delays } from './delays.ts'
import type { Link } from './link.ts'

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
  /** The hub's final word on it; null when there is none after `ms`. */
  waitFor(id: string, ms: number): Promise<Result<unknown, FoyerError> | null>
  /** The screen confirms it without the hub. False: the hub has answered in the meantime, its word counts. */
  promise(id: string, promised: DeskPromise): boolean
  /** Takes it back if it surely was never sent; else false, and the hub decides. */
  withdraw(id: string): boolean
  answered: Signal<Answered>
  /** How many commands wait. */
  size(): number
  close(): void
}

/** Answers that are no verdict: the command stays and is sent again. */
const passing: readonly ErrorCode[] = [
  'internal',
  'rate-limited',
  'try-again',
  'hub-unreachable',
  'not-paired',
  'proof-invalid',
  'device-revoked',
]
/** After so many failures a row no longer holds up the others. */
const patience = 5

interface Hold {
  attempts: number
  until: number
}

/** Sends what lies in the outbox, one at a time in order of `seq`, until each has its final answer (I2, R9.3). */
export function createOutbox(table: OutboxTable, link: Link, system: System, log: Log): Outbox {
  const answered = signal<Answered>()
  const holds = new Map<string, Hold>()
  /** Sent by this process, and whether as a promise. Rows of an earlier one may have been sent too. */
  const sent = new Map<string, boolean>()
  let pumping = false
  let closed = false
  let cancelWake = (): void => {}

  const pump = async (): Promise<void> => {
    if (pumping) return
    pumping = true
    for (let row = next(); row && !closed && link.state().name === 'online'; row = next()) await deliver(row)
    pumping = false
  }

  /** The first row whose turn it is; sets a timer when the first must wait. */
  const next = (): OutboxRow | null => {
    if (closed) return null
    let wakeAt = Number.POSITIVE_INFINITY
    for (let row = table.after(0); row; row = table.after(row.seq)) {
      const hold = holds.get(row.id)
      const overtaken = hold !== undefined && hold.attempts >= patience
      // What was overtaken needs a number above those that went before it.
      if (!hold || hold.until <= system.now()) return overtaken ? table.requeue(row.id) : row
      wakeAt = Math.min(wakeAt, hold.until)
      if (!overtaken) break
    }
    cancelWake()
    if (wakeAt < Number.POSITIVE_INFINITY) cancelWake = system.after(wakeAt - system.now(), () => void pump())
    return null
  }

  const deliver = async (row: OutboxRow): Promise<void> => {
    const { id, type, payload, seq, at, session } = row
    const promised = row.promised !== null
    sent.set(id, promised)
    const envelope = {
      id,
      type,
      payload,
      seq,
      at,
      ...(session && { session }),
      ...(promised && { promised }),
    }
    const answer = await link.ask('command', envelope, delays.send)
    if (closed) return
    if (!answer.ok && passing.includes(answer.error.code)) return hold(id, answer.error)
    try {
      settle(id, promised, answer)
    } catch (error) {
      // The disk does not take it (it is full, say): the hub gives the same answer again.
      log('error', 'outbox-not-written', { id, why: (error as Error).message })
      hold(id, { code: 'hub-unreachable' })
    }
  }

  const hold = (id: string, error: FoyerError): void => {
    // A lost connection is no fault of the row: it goes first again when the hub is back.
    const attempts = (holds.get(id)?.attempts ?? 0) + (error.code === 'hub-unreachable' ? 0 : 1)
    holds.set(id, { attempts, until: system.now() + backoff(delays.retry, attempts, 0) })
    log('warn', 'command-held', { id, code: error.code, attempts })
  }

  const settle = (id: string, asPromise: boolean, answer: Result<unknown, FoyerError>): void => {
    const row = table.get(id)
    holds.delete(id)
    sent.delete(id)
    // Gone: this device was wiped in the meantime.
    if (!row) return
    if (answer.ok) table.settle(id)
    else if (answer.error.code === 'invalid-input') {
      table.setAside(id, answer.error.detail ?? answer.error.code)
      log('error', 'command-set-aside', { id, type: row.type, why: answer.error.detail })
    } else if (row.promised && !asPromise) {
      // Confirmed on the screen after it was sent as a question: sent again as the promise that it is now (R9.4).
      log('info', 'command-promised-meanwhile', { id, code: answer.error.code })
      return
    } else {
      table.settle(id)
      log('warn', 'command-refused', { id, type: row.type, code: answer.error.code })
    }
    answered.emit({ row, result: checkedOutcome(row.type, answer) })
  }

  const stopListening = link.changed.on(() => {
    if (link.state().name !== 'online') return
    for (const one of holds.values()) if (one.attempts === 0) one.until = 0
    void pump()
  })

  return {
    enqueue: (type, payload, { session, promised = null as DeskPromise | null }) => {
      const id = newId(system)
      table.add({ id, type, payload, session, at: system.now(), promised } as NewRow)
      void pump()
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
    promise: (id, promised) => table.promise(id, promised),
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

function checkedOutcome(
  type: DurableCommandType,
  answer: Result<unknown, FoyerError>,
): Result<unknown, FoyerError> {
  if (!answer.ok) return answer
  const checked = parse(commands[type].outcome as z.ZodType, answer.value)
  return checked.ok ? checked : failure('internal', undefined, checked.error.detail)
}
