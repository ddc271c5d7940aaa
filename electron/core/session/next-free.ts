import type { CatalogueSlice } from '../../../shared/contract/kiosk-view.ts'
import { slotsOn } from '../../../shared/domain/reservation.ts'
import type { FlowContext } from './events.ts'
import { isReservable } from './item-now.ts'
import { pickTime } from './pick-time.ts'
import type { FlowState } from './state.ts'

/**
 * When everything that is reserved is free next, today and for as long as it must be had at least. Only where it is
 * shown: with two hundred items it is not worked out for every other screen.
 */
export function nextFreeOn(
  { screen }: FlowState,
  { catalogue, now, today }: FlowContext,
): Pick<CatalogueSlice, 'nextFree'> {
  const place = catalogue.place()
  if (!place || (screen.name !== 'browse' && screen.name !== 'item')) return {}
  const held = catalogue.heldOn(today)
  const nextFree = catalogue.items().flatMap((item) => {
    if (!isReservable(item)) return []
    const slots = slotsOn(item, place, today, held(item.id) ?? [], [], now)
    const first = slots.find((slot) => slot.state === 'free' && pickTime(slots, item.bookable, slot).ok)
    return [[item.id, first?.from ?? null] as const]
  })
  return { nextFree: Object.fromEntries(nextFree) }
}
