import type { ItemScreen, Screen } from '../../../shared/contract/kiosk-view.ts'
import type { ItemRow } from '../../../shared/contract/rows.ts'
import type { FlowContext } from './events.ts'
import { itemNow, rowNow } from './item-now.ts'
import type { FlowState, ItemPage, OrderedPage } from './state.ts'

/** A page asks for a picture once only: it is named as soon as it is on this device, not before. */
export function withPicture(item: ItemRow, { hasPicture }: FlowContext): ItemRow {
  return item.photo === null || hasPicture(item.photo) ? item : { ...item, photo: null }
}

export function itemScreen(state: FlowState, page: ItemPage, context: FlowContext): ItemScreen {
  const { quantity, text, sent, comments, error } = page
  const { item, ...now } = itemNow(state, page, context)
  return { name: 'item', item: withPicture(item, context), ...now, quantity, text, sent, comments, error }
}

/** What was ordered; whether it is paid follows what the hub says of the person's orders (R3.5). */
export function orderedScreen(
  { signedIn }: FlowState,
  { request, order, paying, error }: OrderedPage,
  context: FlowContext,
): Extract<Screen, { name: 'ordered' }> {
  const item = rowNow(request.item, context) ?? request.item
  const current = order && signedIn?.person.orders.find(({ id }) => id === order.id)
  return {
    name: 'ordered',
    what: request.kind,
    item: withPicture(item, context),
    quantity: request.kind === 'shop' ? request.quantity : 1,
    when: whenOf(request, item),
    startsOn: request.kind === 'plan' ? request.startsOn : null,
    order: current ?? order,
    paying,
    error,
  }
}

function whenOf(request: OrderedPage['request'], { event }: ItemRow): { from: number; until: number } | null {
  if (request.kind === 'reservation') return { from: request.from, until: request.until }
  return request.kind === 'event' && event ? { from: event.from, until: event.until } : null
}
