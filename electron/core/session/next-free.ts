import type { CatalogueSlice } from '../../../shared/contract/kiosk-view.ts'
import type { OccupancyFacts } from '../../../shared/domain/facts.ts'
import type { ItemId } from '../../../shared/domain/ids.ts'
import { slotsOn } from '../../../shared/domain/reservation.ts'
import type { FlowContext } from './events.ts'
import { isReservable } from './item-now.ts'
import { pickTime } from './pick-time.ts'
import type { FlowState } from './state.ts'
import { todayOf } from './steps.ts'

/**
 * When everything that is reserved is free next, today and for as long as it must be had at least. Only where it is
 * shown: with two hundred items it is not worked out for every other screen.
 */
export function nextFreeOn(
  { screen }: FlowState,
  { catalogue, now, ...context }: FlowContext,
): Pick<CatalogueSlice, 'nextFree'> {
  const place = catalogue.place()
  if (!place || (screen.name !== 'browse' && screen.name !== 'item')) return {}
  const today = todayOf({ catalogue, now, ...context })
  const held = new Map<ItemId, OccupancyFacts[]>()
  for (const one of catalogue.occupancies(today)) held.set(one.item, [...(held.get(one.item) ?? []), one])
  const nextFree = catalogue.items().flatMap((item) => {
    if (!isReservable(item)) return []
    const slots = slotsOn(item, place, today, held.get(item.id) ?? [], [], now)
    const first = slots.find((slot) => slot.state === 'free' && pickTime(slots, item.bookable, slot).ok)
    return [[item.id, first?.from ?? null] as const]
  })
  return { nextFree: Object.fromEntries(nextFree) }
}
