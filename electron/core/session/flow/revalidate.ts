import { deriveGrants, grantStateAt } from '../../../../shared/domain/grants.ts'
import { deskNow, whyNot } from '../desks-now.ts'
import type { FlowContext, Step } from '../events.ts'
import { isReservable, rowNow, slotsNow } from '../item-now.ts'
import { factsOf } from '../person.ts'
import { pickTime } from '../pick-time.ts'
import type { FlowScreen, FlowState, ItemPage } from '../state.ts'
import { go, stay, todayOf } from '../steps.ts'
import { arrive } from './arriving.ts'
import { listingComments } from './item-request.ts'

/** Looks again at what is on the screen: something may be gone (R1.3), a day or a plan over, the hub back. */
export function revalidate(state: FlowState, context: FlowContext): Step {
  const today = todayOf(context)
  const dated = state.date !== null && state.date < today ? { ...state, date: null } : state
  const back = context.link === 'online'
  const next = back && dated.notice?.code === 'offline-codes' ? { ...dated, notice: null } : dated
  const { screen } = next
  switch (screen.name) {
    case 'email':
      return back && screen.error?.code === 'hub-unreachable'
        ? stay({ ...next, screen: { ...screen, error: null } })
        : stay(next)
    case 'desks':
      return revalidateDesks(next, screen, context)
    case 'item':
      return revalidateItem(next, screen, context)
    case 'welcome':
      return revalidateWelcome(next, screen, context)
    case 'account':
      return stay({ ...next, screen: { ...screen, paying: stillDue(next, screen.paying) } })
    default:
      return stay(next)
  }
}

type Of<N extends FlowScreen['name']> = Extract<FlowScreen, { name: N }>

function revalidateDesks(state: FlowState, { selected }: Of<'desks'>, context: FlowContext): Step {
  if (selected === null || state.waiting === 'booking') return stay(state)
  const error = whyNot(deskNow(state, selected, context))
  return error
    ? stay({ ...state, pending: null, screen: { name: 'desks', selected: null, error } })
    : stay(state)
}

function revalidateItem(state: FlowState, page: ItemPage, context: FlowContext): Step {
  // The answer that is on its way decides.
  if (state.waiting === 'booking') return stay(state)
  const item = rowNow(page.item, context)
  if (!item) {
    const offersComing = state.signedIn?.offers === null && context.link === 'online'
    if (offersComing) return stay(state)
    const gone = { ...state, pending: null, notice: { code: 'item-unknown' as const } }
    return go(gone, { name: 'browse', kind: page.item.kind })
  }
  if (page.picked && isReservable(item)) {
    const slots = slotsNow(state, item, page.date ?? todayOf(context), context)
    const still = pickTime(slots, item.bookable, page.picked)
    if (!still.ok) return stay({ ...state, screen: { ...page, picked: null, error: still.error } })
  }
  if (item.kind === 'shop' && item.stock !== null && item.stock < page.quantity && item.stock > 0) {
    const error = { code: 'sold-out' as const, params: { left: item.stock } }
    return stay({ ...state, screen: { ...page, quantity: item.stock, error } })
  }
  const missed = item.kind === 'feed' && page.comments === null && page.error?.code === 'hub-unreachable'
  if (!missed || context.link !== 'online') return stay(state)
  const again = { ...page, error: null }
  return listingComments({ ...state, screen: again }, again)
}

/** A plan or assignment may end while its member stands there: then they are as anybody who arrives (R6.2). */
function revalidateWelcome(state: FlowState, screen: Of<'welcome'>, context: FlowContext): Step {
  const place = context.catalogue.place()
  if (!state.signedIn || !place) return stay(state)
  const grant = deriveGrants(factsOf(state.signedIn), place).find(({ id }) => id === screen.grant.id)
  const over = !grant || grantStateAt(grant, place.zone, context.now).state === 'expired'
  if (over) return arrive({ ...state, notice: { code: 'grant-over' } }, context)
  return stay({ ...state, screen: { ...screen, grant } })
}

/** The payment page is put away once it was paid for. */
function stillDue(state: FlowState, paying: Of<'account'>['paying']): Of<'account'>['paying'] {
  const order = state.signedIn?.person.orders.find(({ id }) => id === paying?.order)
  return order?.state === 'paid' || order?.state === 'cancelled' ? null : paying
}
