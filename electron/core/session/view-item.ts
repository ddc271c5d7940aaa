import type { ItemScreen, Screen } from '../../../shared/contract/kiosk-view.ts'
import type { ItemRow } from '../../../shared/contract/rows.ts'
import type { World } from './events.ts'
import { itemNow, rowNow } from './item-now.ts'
import type { FlowState, ItemPage, OrderedPage } from './state.ts'

/** A page asks for a picture once only: it is named as soon as it is on this device, not before. */
export function withPicture(item: ItemRow, { hasPicture }: World): ItemRow {
  return item.photo === null || hasPicture(item.photo) ? item : { ...item, photo: null }
}

export function itemScreen(state: FlowState, page: ItemPage, world: World): ItemScreen {
  const { quantity, text, sent, comments, error } = page
  const { item, ...now } = itemNow(state, page, world)
  return { name: 'item', item: withPicture(item, world), ...now, quantity, text, sent, comments, error }
}

/** What was ordered; whether it is paid follows what the hub says of the person's orders (R3.5). */
export function orderedScreen(
  { signedIn }: FlowState,
  { deed, order, paying, error }: OrderedPage,
  world: World,
): Extract<Screen, { name: 'ordered' }> {
  const item = rowNow(deed.item, world) ?? deed.item
  const current = order && signedIn?.person.orders.find(({ id }) => id === order.id)
  return {
    name: 'ordered',
    what: deed.kind,
    item: withPicture(item, world),
    quantity: deed.kind === 'shop' ? deed.quantity : 1,
    when: whenOf(deed, item),
    startsOn: deed.kind === 'plan' ? deed.startsOn : null,
    order: current ?? order,
    paying,
    error,
  }
}

function whenOf(deed: OrderedPage['deed'], { event }: ItemRow): { from: number; until: number } | null {
  if (deed.kind === 'reservation') return { from: deed.from, until: deed.until }
  return deed.kind === 'event' && event ? { from: event.from, until: event.until } : null
}
