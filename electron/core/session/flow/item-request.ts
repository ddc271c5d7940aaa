import type { FoyerError } from '../../../../shared/contract/errors.ts'
import { samePrice } from '../../../../shared/domain/billing.ts'
import type { FlowContext, Step } from '../events.ts'
import { itemNow, rowNow } from '../item-now.ts'
import { type ItemRequest, isMessage } from '../request.ts'
import type { FlowState, ItemPage } from '../state.ts'
import { go, show } from '../steps.ts'

/** An item's page with what was picked and typed for a request. */
export function pageOf(request: ItemRequest): ItemPage {
  const { item } = request
  const blank = { name: 'item', item, text: '', sent: false, comments: null, error: null } as const
  const page = { ...blank, quantity: 1, date: null, picked: null }
  switch (request.kind) {
    case 'reservation':
      return { ...page, date: request.date, picked: { from: request.from, until: request.until } }
    case 'shop':
      return { ...page, quantity: request.quantity }
    case 'plan':
      return { ...page, date: request.startsOn }
    case 'event':
      return page
    default:
      return { ...page, text: request.text }
  }
}

/** Opens an item's page; a post with what people said about it, which no kiosk keeps (I7). */
export function openPage(state: FlowState, page: ItemPage): Step {
  const opened = go({ ...state, tab: page.item.kind }, page)
  return page.item.kind === 'feed' && page.comments === null ? listingComments(opened.state, page) : opened
}

export function listingComments(state: FlowState, { item }: ItemPage): Step {
  const session = state.signedIn?.session ?? null
  return { state, effects: [{ do: 'listComments', step: state.step, session, item: item.id }] }
}

/** Back to the page on which something was wanted, with what was picked and typed. */
export function toItem(state: FlowState, request: ItemRequest, change: Partial<ItemPage> = {}): Step {
  const { screen } = state
  const next = { ...state, pending: null }
  const here = screen.name === 'item' && screen.item.id === request.item.id ? screen : null
  const page = { ...pageOf(request), comments: here?.comments ?? null, ...change }
  return here ? show(next, page) : openPage(next, page)
}

/**
 * Whether an item is to be shown again before anything is done: they have it already, or it costs something else than
 * what was tapped, be it that a plan pays for it or that its price has changed (R1.4). Null = go on.
 */
export function reviewItem(state: FlowState, request: ItemRequest, context: FlowContext): Step | null {
  // Not in the catalogue: seen by members only, and their offers are still on the way. The hub judges it.
  if (isMessage(request) || !rowNow(request.item, context)) return null
  const page = pageOf(request)
  const now = itemNow(state, page, context)
  if (request.kind === 'event' && now.have) return toItem(state, request)
  if (request.kind === 'plan' && now.starts?.date !== request.startsOn)
    return toItem(state, request, { error: { code: 'plan-running' } })
  if (samePrice(now.price, request.price)) return null
  const forAnybody = itemNow({ ...state, signedIn: null }, page, context).price
  return toItem(state, request, {
    error: samePrice(forAnybody, request.price) ? null : priceChanged(now.price),
  })
}

/** Says the right price, also when it is nothing any more. */
export function priceChanged(price: { amount: number; currency: string } | null): FoyerError {
  return { code: 'price-changed', ...(price && { params: { ...price } }) }
}
