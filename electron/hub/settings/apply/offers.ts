import type { ItemRow } from '../../../../shared/contract/rows.ts'
import type { AccountId, ItemId, LocationId, Zone } from '../../../../shared/domain/ids.ts'
import { atLocal } from '../../../../shared/domain/time.ts'
import { accountFor } from '../../commands/identity/accounts.ts'
import type { Picture } from '../../pictures/prepare.ts'
import type { JobContext } from '../../pipeline/context.ts'
import type { OfferConfig } from '../read/offers.ts'

/** Minutes of what is booked by the hour and says no more. */
const usual = { step: 30, max: 480 }

/**
 * Brings what is on offer in line with the settings file. What is no longer in it is retired, never deleted: orders and
 * reservations speak of it. Plans have their own place in the file.
 */
export function putOffers(
  context: JobContext,
  location: { id: LocationId; zone: Zone },
  offers: readonly OfferConfig[],
  pictures: ReadonlyMap<string, Picture>,
): void {
  const { items } = context.store
  offers.forEach((offer, order) => {
    const photo = offer.photo === undefined ? null : (pictures.get(offer.photo)?.hash ?? null)
    const row = { ...itemRow(offer, location.zone, order), photo }
    // A post that says no time was written when it was first read.
    const at = row.at ?? (row.kind === 'feed' ? (items.item(offer.id)?.row.at ?? context.now) : null)
    items.putItem(location.id, { ...row, at }, accountsOf(context, offer))
  })
  retireOthers(context, new Set(offers.map(({ id }) => id)))
}

/** Takes off what is no longer on offer; plans and desks are not meant. */
export function retireOthers({ store, now, location }: JobContext, ids: ReadonlySet<ItemId>): void {
  for (const { row } of store.items.items(location))
    if (row.kind !== 'plan' && !ids.has(row.id)) store.items.retire(row.id, now)
}

function accountsOf(context: JobContext, { exclusive }: OfferConfig): AccountId[] | null {
  return exclusive?.map((email) => accountFor(context, email).account) ?? null
}

function itemRow(offer: OfferConfig, zone: Zone, order: number): ItemRow {
  return {
    id: offer.id,
    kind: offer.kind,
    name: offer.name,
    description: offer.description ?? '',
    price: offer.price ?? null,
    per: offer.price ? (offer.per ?? perOf(offer)) : null,
    order,
    visibility: offer.visibility ?? 'public',
    exclusive: offer.exclusive !== undefined,
    area: offer.area ?? '',
    capacity: offer.capacity ?? null,
    features: offer.features ?? [],
    photo: null,
    bookable: bookableOf(offer.bookable),
    event: offer.event ? eventOf(offer.event, zone) : null,
    plan: null,
    stock: offer.stock ?? null,
    at: offer.posted === undefined ? null : instantOf(offer.posted, zone),
  }
}

function perOf({ kind, bookable }: OfferConfig): ItemRow['per'] {
  if (bookable) return bookable.by
  return kind === 'office' ? 'month' : 'once'
}

function bookableOf(said: OfferConfig['bookable']): ItemRow['bookable'] {
  if (!said) return null
  const { by, step = usual.step, min = step, hours = null } = said
  // The longest that is usual, in whole steps.
  const max = said.max ?? Math.max(min, usual.max - (usual.max % step))
  return { by, step, min, max, hours }
}

function eventOf(
  { from, until, where = '', places }: NonNullable<OfferConfig['event']>,
  zone: Zone,
): ItemRow['event'] {
  return {
    from: instantOf(from, zone),
    until: instantOf(until, zone),
    where,
    places: places ?? null,
    taken: 0,
  }
}

/** '2026-12-03 18:30' at the location. */
function instantOf(text: string, zone: Zone): number {
  return atLocal(text.slice(0, 10), text.slice(11), zone)
}
