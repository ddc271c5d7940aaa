import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { ItemScreen } from '../../../shared/contract/kiosk-view.ts'
import type { ItemRow } from '../../../shared/contract/rows.ts'
import { bookableDays } from '../../../shared/domain/booking.ts'
import type { Money, PersonFacts } from '../../../shared/domain/facts.ts'
import type { Instant, LocalDate } from '../../../shared/domain/ids.ts'
import { hasPlan, startableDays } from '../../../shared/domain/obligations.ts'
import { costOfReservation, slotsOn, usableOn } from '../../../shared/domain/reservation.ts'
import { addDays, type Window } from '../../../shared/domain/time.ts'
import type { FlowContext } from './events.ts'
import { factsIn, factsOf } from './person.ts'
import type { FlowState, ItemPage } from './state.ts'
import { todayOf } from './steps.ts'

const hour = 3_600_000

/** What follows from the facts about an item's page (R1.1, R1.3, R1.4). */
export type ItemNow = Pick<
  ItemScreen,
  'item' | 'offered' | 'times' | 'starts' | 'price' | 'included' | 'have'
>

type Reservable = ItemRow & { bookable: NonNullable<ItemRow['bookable']> }

/** Whether it is reserved for a time; an office is enquired about. */
export function isReservable(item: ItemRow): item is Reservable {
  const { kind, bookable } = item
  return bookable !== null && (kind === 'room' || kind === 'equipment' || kind === 'parking')
}

/** The item as it is in the catalogue now; null when it is not there (any more). */
export function rowNow({ id }: { id: string }, { catalogue }: FlowContext): ItemRow | null {
  return catalogue.items().find((one) => one.id === id) ?? null
}

export function itemNow(state: FlowState, page: ItemPage, context: FlowContext): ItemNow {
  const item = rowNow(page.item, context) ?? page.item
  const facts = factsIn(state)
  const nothing = {
    item,
    offered: null,
    times: null,
    starts: null,
    price: null,
    included: false,
    have: false,
  }
  if (isReservable(item)) return { ...nothing, ...reservableNow(state, page, item, facts, context) }
  switch (item.kind) {
    case 'event':
      return { ...nothing, ...eventNow(item, facts) }
    case 'shop': {
      const left = item.stock ?? page.quantity
      return {
        ...nothing,
        offered: left >= page.quantity ? 'order' : null,
        price: times(item.price, page.quantity),
      }
    }
    case 'plan':
      return { ...nothing, ...planNow(item, page.date, facts, todayOf(context)) }
    case 'feed':
      return { ...nothing, offered: 'comment' }
    default:
      return { ...nothing, offered: 'ask' }
  }
}

function reservableNow(
  state: FlowState,
  page: ItemPage,
  item: Reservable,
  facts: PersonFacts | null,
  context: FlowContext,
): Partial<ItemNow> {
  const place = context.catalogue.place()
  if (!place) return {}
  const days = daysFor(item, context)
  const shown = page.date !== null && days.includes(page.date) ? page.date : days[0]
  const date = shown ?? todayOf(context)
  const slots = slotsNow(state, item, date, context)
  const cost = (window: Window): Money => costOfReservation(item, facts, place, window).cost
  const usable = usableOn(item, place, date)
  const probe = usable && (item.bookable.by === 'day' ? usable : { ...usable, until: usable.from + hour })
  const costs = page.picked ?? probe
  const free = costs !== null && cost(costs).amount === 0
  const price = page.picked ? charged(cost(page.picked)) : free ? null : charged(item.price)
  return {
    offered: 'reserve',
    times: { days, date, slots, picked: page.picked },
    price,
    included: free && charged(item.price) !== null,
  }
}

/** Days on which it can still be used (R5.7). */
function daysFor(item: Reservable, context: FlowContext): LocalDate[] {
  const place = context.catalogue.place()
  if (!place) return []
  return daysFrom(todayOf(context), bookableDays).filter((date) => {
    const usable = usableOn(item, place, date)
    return usable !== null && context.now < usable.until
  })
}

/**
 * The times of a day. What this kiosk asked for itself without hearing an answer does not stand in its own way, so that it
 * can be asked for again (I2).
 */
export function slotsNow(state: FlowState, item: Reservable, date: LocalDate, context: FlowContext) {
  const place = context.catalogue.place()
  if (!place) return []
  const own = state.signedIn ? factsOf(state.signedIn).reservations : []
  const asked = state.unanswered?.id
  const held = context.catalogue.occupancies(date).filter(({ booking }) => booking !== asked)
  return slotsOn(item, place, date, held, own, context.now)
}

function eventNow({ id, price, event }: ItemRow, facts: PersonFacts | null): Partial<ItemNow> {
  const have = facts?.eventPlaces.some((one) => one.event === id) ?? false
  return { offered: have || !event ? null : 'join', price: have ? null : charged(price), have }
}

/** Why nobody gets a place any more: the page says so beside its button. Null = one is to be had. */
export function whyNoPlace({ event }: ItemRow, now: Instant): FoyerError | null {
  if (!event || event.until <= now) return { code: 'event-over' }
  return event.places !== null && event.taken >= event.places ? { code: 'event-full' } : null
}

/** A plan that ends can be taken again for the days after it. */
function planNow(
  { id, price, plan }: ItemRow,
  picked: LocalDate | null,
  facts: PersonFacts | null,
  today: LocalDate,
): Partial<ItemNow> {
  if (!plan) return {}
  const has = (on: LocalDate): boolean => facts !== null && hasPlan(facts, { id, ...plan }, on)
  const days = daysFrom(today, startableDays).filter((date) => !has(date))
  const [first] = days
  const date = picked !== null && days.includes(picked) ? picked : first
  if (date === undefined) return { have: true }
  return { offered: 'subscribe', starts: { days, date }, price: charged(price), have: has(today) }
}

function daysFrom(today: LocalDate, count: number): LocalDate[] {
  return Array.from({ length: count + 1 }, (_, day) => addDays(today, day))
}

function charged(price: Money | null): Money | null {
  return price && price.amount > 0 ? price : null
}

function times(price: Money | null, quantity: number): Money | null {
  return charged(price && { ...price, amount: price.amount * quantity })
}
