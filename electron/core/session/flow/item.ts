import type { LocalDate } from '../../../../shared/domain/ids.ts'
import type { Handlers, Step, World } from '../events.ts'
import { isReservable, itemNow, rowNow, slotsNow } from '../item-now.ts'
import { pickTime } from '../pick-time.ts'
import type { FlowState, ItemPage } from '../state.ts'
import { show, showError, stay, todayOf } from '../steps.ts'
import { toDesks } from './desk-deed.ts'
import { openPage } from './item-deed.ts'

/** An item's own page: what is picked and typed there (R1.1, R1.4). */
export const itemHandlers: Handlers<'openItem' | 'pickTime' | 'setQuantity' | 'commentsListed'> = {
  openItem: (state, { item: id }, world) => {
    const item = rowNow({ id }, world)
    const blank = {
      quantity: 1,
      text: '',
      sent: false,
      comments: null,
      error: null,
      date: null,
      picked: null,
    }
    if (item) return openPage({ ...state, pending: null }, { name: 'item', item, ...blank })
    // A desk's page is the floor plan.
    if (world.catalogue.desks().some((desk) => desk.id === id))
      return toDesks({ ...state, purpose: 'book', pending: null, date: null }, id)
    return showError(state, { code: 'item-unknown' })
  },
  pickTime: (state, { time }, world) => {
    const { screen } = state
    if (screen.name !== 'item' || state.waiting) return stay(state)
    if (time === null) return show(state, { ...screen, picked: null, error: null })
    const item = rowNow(screen.item, world)
    if (!item || !isReservable(item)) return stay(state)
    const date = itemNow(state, screen, world).times?.date ?? todayOf(world)
    const slots = slotsNow(state, item, date, world)
    const picked = pickTime(slots, item.bookable, time)
    if (!picked.ok) return show(state, { ...screen, picked: null, error: picked.error })
    return show(state, { ...screen, date, picked: picked.value, error: null })
  },
  setQuantity: (state, { quantity }, world) => {
    const { screen } = state
    if (screen.name !== 'item' || screen.item.kind !== 'shop' || state.waiting) return stay(state)
    const left = rowNow(screen.item, world)?.stock ?? null
    if (left !== null && quantity > left)
      return show(state, { ...screen, error: { code: 'sold-out', params: { left } } })
    return show(state, { ...screen, quantity, error: null })
  },
  commentsListed: (state, { step, item, result }) => {
    const { screen } = state
    if (step !== state.step || screen.name !== 'item' || screen.item.id !== item) return stay(state)
    if (result.ok) return stay({ ...state, screen: { ...screen, comments: result.value.comments } })
    return stay({ ...state, screen: { ...screen, error: screen.error ?? result.error } })
  },
}

/** The day whose times are shown, or on which a plan is to start. */
export function pickItemDate(state: FlowState, page: ItemPage, date: LocalDate, world: World): Step {
  const { times, starts } = itemNow(state, page, world)
  const days = times?.days ?? starts?.days ?? []
  if (state.waiting || !days.includes(date)) return stay(state)
  return show(state, { ...page, date, picked: null, error: null })
}
