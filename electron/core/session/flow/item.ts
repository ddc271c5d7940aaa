import type { LocalDate } from '../../../../shared/domain/ids.ts'
import type { FlowContext, Handlers, Step } from '../events.ts'
import { isReservable, itemNow, rowNow, slotsNow } from '../item-now.ts'
import { pickTime } from '../pick-time.ts'
import type { FlowState, ItemPage } from '../state.ts'
import { show, showError, stay, todayOf } from '../steps.ts'
import { toDesks } from './desk-request.ts'
import { openPage } from './item-request.ts'

/** An item's own page: what is picked and typed there (R1.1, R1.4). */
export const itemHandlers: Handlers<'openItem' | 'pickTime' | 'setQuantity' | 'commentsListed'> = {
  openItem: (state, { item: id }, context) => {
    const item = rowNow({ id }, context)
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
    if (context.catalogue.desks().some((desk) => desk.id === id))
      return toDesks({ ...state, purpose: 'book', pending: null, date: null }, id)
    return showError(state, { code: 'item-unknown' })
  },
  pickTime: (state, { time }, context) => {
    const { screen } = state
    if (screen.name !== 'item' || state.waiting) return stay(state)
    if (time === null) return show(state, { ...screen, picked: null, error: null })
    const item = rowNow(screen.item, context)
    if (!item || !isReservable(item)) return stay(state)
    const date = itemNow(state, screen, context).times?.date ?? todayOf(context)
    const slots = slotsNow(state, item, date, context)
    const picked = pickTime(slots, item.bookable, time)
    if (!picked.ok) return show(state, { ...screen, picked: null, error: picked.error })
    return show(state, { ...screen, date, picked: picked.value, error: null })
  },
  setQuantity: (state, { quantity }, context) => {
    const { screen } = state
    if (screen.name !== 'item' || screen.item.kind !== 'shop' || state.waiting) return stay(state)
    const left = rowNow(screen.item, context)?.stock ?? null
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
export function pickItemDate(state: FlowState, page: ItemPage, date: LocalDate, context: FlowContext): Step {
  const { times, starts } = itemNow(state, page, context)
  const days = times?.days ?? starts?.days ?? []
  if (state.waiting || !days.includes(date)) return stay(state)
  return show(state, { ...page, date, picked: null, error: null })
}
