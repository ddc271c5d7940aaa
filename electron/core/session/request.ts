import type { ItemRow } from '../../../shared/contract/rows.ts'
import type { Money } from '../../../shared/domain/facts.ts'
import type { Instant, ItemId, LocalDate } from '../../../shared/domain/ids.ts'

/**
 * What somebody wants done, from the tap until it is done: it waits while they say who they are, accept the terms and
 * give billing details (R2.1, R3). In memory only (I7).
 */
export type PendingRequest = DeskRequest | ItemRequest
export type ItemRequest = Obligation | Message

/** A desk for a day. The outbox keeps it, so it needs no id of its own here. */
export interface DeskRequest {
  kind: 'desk'
  desk: ItemId
  date: LocalDate
  pay: 'pass' | 'single' | 'included'
  price: Money | null
  /** Nothing is spent or charged, whatever `pay` says: settled when it is asked for, to be told on the done screen. */
  free: boolean
}

/**
 * `id` is that of what is made. It is chosen once, and kept when the answer is lost, so that tapping again changes nothing
 * (I2). `item` is the row that was on the screen.
 */
interface OnItem {
  id: string
  item: ItemRow
}

/** `price` stood on the button; null = nothing (R1.4). */
export type Obligation = OnItem & { price: Money | null } & (
    | { kind: 'reservation'; date: LocalDate; from: Instant; until: Instant }
    | { kind: 'event' }
    | { kind: 'shop'; quantity: number }
    | { kind: 'plan'; startsOn: LocalDate }
  )

/** Obliges nobody: no terms, no billing (R3.1). */
export type Message = OnItem & { kind: 'question' | 'comment'; text: string }

export function isMessage(request: PendingRequest): request is Message {
  return request.kind === 'question' || request.kind === 'comment'
}

/** What is charged; null = nothing. */
export function priceOf(request: PendingRequest): Money | null {
  if (isMessage(request)) return null
  if (request.kind !== 'desk') return request.price
  return request.pay === 'single' && !request.free ? request.price : null
}

/** Whether both ask for the same, whatever it costs: then they are one request, done once (I2). */
export function isSameRequest(a: ItemRequest, b: ItemRequest): boolean {
  return askedFor(a) === askedFor(b)
}

/** Requests of a kind are all made in one place, so their fields come in one order. */
function askedFor(request: ItemRequest): string {
  return JSON.stringify({ ...request, id: '', price: null, item: request.item.id })
}
