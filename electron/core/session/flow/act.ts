import { commands } from '../../../../shared/contract/commands.ts'
import type { FoyerError } from '../../../../shared/contract/errors.ts'
import { failure } from '../../../../shared/contract/errors.ts'
import { samePrice } from '../../../../shared/domain/billing.ts'
import type { Money } from '../../../../shared/domain/facts.ts'
import type { Instant } from '../../../../shared/domain/ids.ts'
import { fail, ok, type Result } from '../../../../shared/domain/result.ts'
import type { Handlers, RequestOutcome, Step } from '../events.ts'
import { type ItemNow, itemNow, whyNoPlace } from '../item-now.ts'
import { type ItemRequest, isMessage, isSameRequest } from '../request.ts'
import type { FlowState, ItemPage, SignedIn } from '../state.ts'
import { go, show, stay } from '../steps.ts'
import { listingComments, priceChanged, toItem } from './item-request.ts'
import { askForMore, begin } from './requests.ts'

const textSchema = commands['support.ask'].payload.shape.text

/** The one button of an item's page, and what became of it (R1.4, R2.1, R3.1). */
export const actHandlers: Handlers<'act' | 'requestAnswered'> = {
  act: (state, { price, text }, context) => {
    const { screen } = state
    if (screen.name !== 'item' || state.waiting) return stay(state)
    const page = { ...screen, text, sent: false, error: null }
    const now = itemNow(state, page, context)
    const wanted = requestOf(page, now, price, text, context.now)
    if (!wanted) return stay(state)
    if (!wanted.ok) return show(state, { ...page, error: wanted.error })
    // Somebody's tap was under way while the price changed: they are asked again, never charged the other amount.
    if (!isMessage(wanted.value) && !samePrice(price, now.price))
      return show(state, { ...page, error: priceChanged(now.price) })
    const { unanswered } = state
    const again = unanswered !== null && isSameRequest(unanswered, wanted.value)
    const request = { ...wanted.value, id: again ? unanswered.id : context.newId() }
    return begin({ ...state, screen: page }, request, context)
  },
  requestAnswered: (state, { session, request, result }) => {
    const { signedIn, pending, waiting } = state
    if (signedIn?.session !== session) return stay(state)
    const isPending = pending !== null && pending.kind !== 'desk' && pending.id === request.id
    const lost = !result.ok && result.error.code === 'hub-unreachable'
    const unanswered = state.unanswered?.id === request.id && !lost ? null : state.unanswered
    const known = result.ok ? learn(signedIn, result.value) : signedIn
    const next = { ...state, signedIn: known, unanswered, pending: isPending ? null : pending }
    // They have gone on: what was done stands in their account, what was not is said.
    if (!isPending || waiting !== 'booking') return stay(result.ok ? next : { ...next, notice: result.error })
    return result.ok ? done(next, request, result.value) : refused(next, request, result.error)
  },
}

/**
 * What the button does; null when there is none. Errors: `time-invalid`, `event-over`, `event-full`, `text-needed`,
 * `invalid-input`.
 */
function requestOf(
  page: ItemPage,
  { item, offered, times, starts }: ItemNow,
  price: Money | null,
  typed: string,
  at: Instant,
): Result<ItemRequest, FoyerError> | null {
  const base = { id: '', item, price: price && price.amount > 0 ? price : null }
  switch (offered) {
    case 'reserve':
      if (!times || !page.picked) return failure('time-invalid')
      return ok({ ...base, kind: 'reservation', date: times.date, ...page.picked })
    case 'join': {
      const error = whyNoPlace(item, at)
      return error ? fail(error) : ok({ ...base, kind: 'event' })
    }
    case 'order':
      return ok({ ...base, kind: 'shop', quantity: page.quantity })
    case 'subscribe':
      return starts && ok({ ...base, kind: 'plan', startsOn: starts.date })
    case 'ask':
    case 'comment': {
      const text = textSchema.safeParse(typed)
      if (!text.success)
        return typed.trim() === '' ? failure('text-needed') : failure('invalid-input', { field: 'text' })
      const kind = offered === 'ask' ? 'question' : 'comment'
      return ok({ id: '', item, kind, text: text.data })
    }
    case null:
      return null
  }
}

function learn(signedIn: SignedIn, { person }: RequestOutcome): SignedIn {
  return { ...signedIn, person: person ?? signedIn.person, acted: true }
}

function done(state: FlowState, request: ItemRequest, { order }: RequestOutcome): Step {
  if (!isMessage(request)) return go(state, { name: 'ordered', request, order, paying: false, error: null })
  const { state: next, effects } = toItem(state, request, { text: '', sent: true })
  const { screen } = next
  // One's own comment among the others; a page that was opened for it asks by itself.
  const asks = request.kind === 'comment' && effects.length === 0 && screen.name === 'item'
  return asks ? listingComments(next, screen) : { state: next, effects }
}

function refused(state: FlowState, request: ItemRequest, error: FoyerError): Step {
  const asked = askForMore(state, request, error)
  if (asked) return asked
  if (error.code === 'item-unknown')
    return go({ ...state, notice: error }, { name: 'browse', kind: request.item.kind })
  return toItem(state, request, { error, ...(error.code === 'item-taken' && { picked: null }) })
}
