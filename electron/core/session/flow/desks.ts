import type { FoyerError } from '../../../../shared/contract/errors.ts'
import { deskNow, whyNot } from '../desks-now.ts'
import type { Booked, FlowContext, Handlers, Step } from '../events.ts'
import type { DeskRequest } from '../request.ts'
import type { FlowScreen, FlowState, SignedIn } from '../state.ts'
import { dateOf, daysOf, go, show, stay } from '../steps.ts'
import { toDesks } from './desk-request.ts'
import { pickItemDate } from './item.ts'
import { askForMore, begin } from './requests.ts'

/** Refusals that are about the price: the desk stays picked. */
const aboutCost: readonly string[] = ['price-changed', 'no-pass-left']

/** Picking a desk and getting it (R1.3, R1.4, R5.1, R5.2). */
export const desksHandlers: Handlers<'pickDate' | 'pickDesk' | 'book' | 'changeDesk' | 'booked'> = {
  pickDate: (state, { date }, context) => {
    const { screen } = state
    if (screen.name === 'item') return pickItemDate(state, screen, date, context)
    if (screen.name !== 'desks' || state.waiting || !daysOf(state, context).includes(date)) return stay(state)
    return show({ ...state, date, pending: null }, { name: 'desks', selected: null, error: null })
  },
  pickDesk: (state, { desk }, context) => {
    const { screen } = state
    if (screen.name !== 'desks' || state.waiting) return stay(state)
    const error = whyNot(deskNow(state, desk, context))
    const selected = error ? null : desk
    return show({ ...state, pending: null }, { name: 'desks', selected, error })
  },
  book: (state, { pay, price }, context) => {
    const { screen } = state
    if (screen.name !== 'desks' || screen.selected === null || state.waiting) return stay(state)
    const [desk, date] = [screen.selected, dateOf(state, context)]
    const request = {
      kind: 'desk',
      desk,
      date,
      pay,
      price: pay === 'single' ? price : null,
      free: false,
    } as const
    return begin({ ...state, screen: { ...screen, error: null }, date }, request, context)
  },
  changeDesk: (state) => {
    const { screen } = state
    if (screen.name !== 'done' && screen.name !== 'welcome') return stay(state)
    const date = screen.name === 'done' ? screen.booking.date : null
    return toDesks({ ...state, date, pending: null }, null)
  },
  booked: (state, { booking, session, request, result }, context) => {
    const { signedIn, screen } = state
    if (signedIn?.session !== session) return stay(state)
    const known = { ...state, signedIn: learn(signedIn, booking, result.ok ? result.value : null) }
    const isShown = screen.name === 'done' && screen.requestId === booking
    if (!isShown && !isAwaited(state, request)) return elsewhere(known, signedIn, booking, result)
    if (!result.ok) return refused(known, request, result.error, context)
    const done = doneScreen(booking, request, result.value, isShown ? screen : null)
    return isShown ? show(known, done) : go({ ...known, pending: null }, done)
  },
}

/** Somebody waits for this answer: the spinner turns, or they still stand before the desks with this request. */
function isAwaited({ pending, waiting, screen }: FlowState, request: DeskRequest): boolean {
  return (
    pending?.kind === 'desk' &&
    pending.desk === request.desk &&
    pending.date === request.date &&
    (waiting === 'booking' || screen.name === 'desks')
  )
}

/** What the hub says counts from now on; what was decided here counts until it says something (R9.2). */
function learn(signedIn: SignedIn, booking: string, booked: Booked | null): SignedIn {
  const others = signedIn.provisionalBookings.filter((one) => one.booking.id !== booking)
  if (!booked) return { ...signedIn, provisionalBookings: others }
  const { provisional, outcome } = booked
  if (!provisional)
    return { ...signedIn, person: outcome.person ?? signedIn.person, provisionalBookings: others }
  // A welcome back makes nothing: its booking is among the facts.
  const provisionalBookings = provisional.kind === 'already' ? others : [...others, provisional]
  return { ...signedIn, provisionalBookings }
}

/** The person looks at something else: only a promise that could not be kept is worth interrupting for. */
function elsewhere(
  state: FlowState,
  before: SignedIn,
  booking: string,
  result: { ok: true } | { ok: false; error: FoyerError },
): Step {
  const wasPromised = before.provisionalBookings.some((one) => one.booking.id === booking)
  return stay(!result.ok && wasPromised ? { ...state, notice: result.error } : state)
}

function refused(state: FlowState, request: DeskRequest, error: FoyerError, context: FlowContext): Step {
  const asked = askForMore(state, request, error)
  if (asked) return asked
  const keeps = aboutCost.includes(error.code)
  const label = context.catalogue.desks().find(({ id }) => id === request.desk)?.label
  const params = error.params ?? (label && error.code.startsWith('desk-') ? { desk: label } : undefined)
  const said = params ? { ...error, params } : error
  return toDesks({ ...state, pending: request, date: request.date }, keeps ? request.desk : null, said)
}

type Done = Extract<FlowScreen, { name: 'done' }>

function doneScreen(
  requestId: string,
  request: DeskRequest,
  { outcome, provisional }: Booked,
  before: Done | null,
): Done {
  const { kind, booking, deskLabel, insteadOf, pass } = outcome
  return {
    name: 'done',
    requestId,
    welcomeBack: before?.welcomeBack ?? kind === 'already',
    booking,
    deskLabel,
    insteadOf,
    pass,
    provisional: provisional !== null,
    paid: before?.paid ?? paidFor(kind, request),
    doors: before?.doors ?? {},
  }
}

function paidFor(kind: 'booked' | 'already' | 'moved', request: DeskRequest): Done['paid'] {
  if (kind !== 'booked' || request.free || request.pay === 'included') return { kind: 'none' }
  if (request.pay === 'pass') return { kind: 'pass' }
  return request.price ? { kind: 'due', price: request.price } : { kind: 'none' }
}
