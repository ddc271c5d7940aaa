import offers from '../../../resources/demo/offers.json' with { type: 'json' }
import type { ItemRow } from '../../../shared/contract/rows.ts'
import type { ItemId } from '../../../shared/domain/ids.ts'
import { addDays, atLocal, localDateOf } from '../../../shared/domain/time.ts'
import { accountFor } from '../commands/identity/accounts.ts'
import { type Picture, storePictures } from '../pictures/prepare.ts'
import type { JobContext } from '../pipeline/context.ts'
import { retireOthers } from '../settings/apply/offers.ts'

/** An entry of offers.json. `inDays` and `hoursAgo` count from now, so that the demo is true whenever it starts. */
interface DemoOffer {
  id: ItemId
  kind: string
  name: string
  description: string
  price?: number
  per?: string
  area?: string
  capacity?: number
  features?: string[]
  photo?: string
  visibility?: string
  /** Emails of whoever alone sees it. */
  exclusive?: string[]
  /** `hours`: the name of hours in the same file. */
  bookable?: { by: string; step: number; min: number; max: number; hours: keyof typeof offers.hours }
  event?: { inDays: number; from: string; until: string; where: string; places: number | null }
  stock?: number
  hoursAgo?: number
}

const hour = 3_600_000

/** Puts everything that the demo has on offer but plans, at every start: events come round, and posts stay fresh. */
export function putDemoOffers(context: JobContext, pictures: ReadonlyMap<string, Picture>): void {
  storePictures(context, pictures.values())
  const { facts } = context.place()
  for (const [order, offer] of (offers.items as DemoOffer[]).entries()) {
    const photo = offer.photo === undefined ? null : (pictures.get(offer.photo)?.hash ?? null)
    const exclusiveTo = offer.exclusive?.map((email) => accountFor(context, email).account) ?? null
    context.store.items.putItem(facts.id, { ...itemRow(context, offer), order, photo }, exclusiveTo)
  }
  retireOthers(context, new Set(offers.items.map(({ id }) => id)))
  context.reloadPlaces()
}

function itemRow(context: JobContext, offer: DemoOffer): ItemRow {
  const { singleDay } = context.place().facts
  return {
    id: offer.id,
    kind: offer.kind as ItemRow['kind'],
    name: offer.name,
    description: offer.description,
    price: offer.price === undefined ? null : { amount: offer.price, currency: singleDay.currency },
    per: (offer.per as ItemRow['per']) ?? null,
    order: 0,
    visibility: (offer.visibility as ItemRow['visibility']) ?? 'public',
    exclusive: offer.exclusive !== undefined,
    area: offer.area ?? '',
    capacity: offer.capacity ?? null,
    features: offer.features ?? [],
    photo: null,
    bookable: bookableOf(offer),
    event: eventOf(context, offer),
    plan: null,
    stock: offer.stock ?? null,
    at: offer.hoursAgo === undefined ? null : context.now - offer.hoursAgo * hour,
  }
}

function bookableOf({ bookable }: DemoOffer): ItemRow['bookable'] {
  if (!bookable) return null
  const { by, hours, ...lengths } = bookable
  return { ...lengths, by: by as 'hour' | 'day', hours: offers.hours[hours] }
}

/** An event keeps its date until it is over; then it comes round again, with all of its places free. */
function eventOf({ store, now, place }: JobContext, { id, event: said }: DemoOffer): ItemRow['event'] {
  if (!said) return null
  const { inDays, from, until, where, places } = said
  const known = store.eventPlaces.times(id)
  if (known && known.until > now) return { ...known, where, places, taken: 0 }
  store.eventPlaces.clear(id, now)
  const { zone } = place().facts
  const date = addDays(localDateOf(now, zone), inDays)
  return { from: atLocal(date, from, zone), until: atLocal(date, until, zone), where, places, taken: 0 }
}
