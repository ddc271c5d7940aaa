import type { PersonFacts } from '../../../shared/domain/facts.ts'
import { ok } from '../../../shared/domain/result.ts'
import type { Log } from '../../lib/log.ts'
import type { System } from '../../lib/system.ts'
import type { DoorHost } from '../doors/host.ts'
import type { Call } from '../sync/calls.ts'
import { delays } from '../sync/delays.ts'
import type { Link } from '../sync/link.ts'
import type { Outbox } from '../sync/outbox.ts'
import type { Booking } from './book.ts'
import type { Effect, FlowEvent } from './events.ts'
import { submitRequest } from './submit.ts'

/** An order to a door is worth nothing after this many milliseconds: nobody stands there any more. */
const orderLasts = 5000
/** How long the screen says that the door is open, milliseconds. */
const saysOpenFor = 6000

interface EffectDeps {
  link: Link
  call: Call
  outbox: Outbox
  booking: Booking
  doors: DoorHost
  system: System
  log: Log
  /** Of whoever is signed in with that session; null = it has ended. */
  factsOf(session: string): PersonFacts | null
  onLeave(): void
  dispatch(event: FlowEvent): void
}

/** Does what the flow wants done and reports back to it. What throws is a bug or a full disk: logged, and said. */
export function createEffects(deps: EffectDeps): (effect: Effect) => void {
  return (effect) => {
    run(effect, deps).catch((error: unknown) => {
      deps.log('error', 'effect-failed', { effect: effect.do, why: (error as Error).message })
      const step = 'step' in effect ? effect.step : null
      deps.dispatch({ type: 'effectFailed', step, error: { code: 'internal' } })
    })
  }
}

async function run(effect: Effect, deps: EffectDeps): Promise<void> {
  const { link, call, outbox, dispatch, system } = deps
  switch (effect.do) {
    case 'requestCode': {
      const { step, email, language } = effect
      return dispatch({
        type: 'codeSent',
        step,
        email,
        result: await call('code.request', { email, language }),
      })
    }
    case 'verify': {
      const { step, email, code, language } = effect
      return dispatch({
        type: 'verified',
        step,
        result: await call('code.verify', { email, code, language }),
      })
    }
    case 'sendCommand': {
      const { step, session, command } = effect
      const result = await call(command.type, command.payload, { session })
      return dispatch({ type: 'commandAnswered', step, session, command, result })
    }
    case 'submit': {
      const { session, request } = effect
      return dispatch({
        type: 'requestAnswered',
        session,
        request,
        result: await submitRequest(request, session, call),
      })
    }
    case 'pay': {
      const { step, session, order } = effect
      const result = await call('payment.start', { order }, { session })
      return dispatch({ type: 'payStarted', step, session, order, result })
    }
    case 'listComments': {
      const { step, session, item } = effect
      const result = await call('comments.list', { item }, session === null ? {} : { session })
      return dispatch({ type: 'commentsListed', step, item, result })
    }
    case 'presentPass': {
      const { step, text } = effect
      return dispatch({ type: 'passPresented', step, result: await call('pass.present', { text }) })
    }
    case 'book':
      return deps.booking.book(effect.session, effect.request, () => deps.factsOf(effect.session))
    case 'openDoor':
      return openDoor(effect, deps)
    case 'reportRefusal': {
      const { door, why, session } = effect
      return void outbox.enqueue('door.refusal', { door, why }, { session })
    }
    case 'shutLater': {
      const { door, session } = effect
      return void system.after(saysOpenFor, () => dispatch({ type: 'doorShut', door, session }))
    }
    case 'endSession':
      return void outbox.enqueue('session.end', {}, { session: effect.session })
    case 'leave': {
      const result = await call('kiosk.leave', { pin: effect.pin })
      dispatch({ type: 'left', step: effect.step, result })
      if (result.ok) deps.onLeave()
      return
    }
    case 'pair':
      return dispatch({ type: 'pairAnswered', step: effect.step, result: await link.pair(effect.code) })
  }
}

/** By this device if it hosts the door, else by way of the hub, which asks the one that does. */
async function openDoor(
  { door, grant, session }: Extract<Effect, { do: 'openDoor' }>,
  { call, doors, outbox, system, dispatch }: EffectDeps,
): Promise<void> {
  const hosted = doors.hosts(door)
  const result = hosted
    ? await doors.unlock({ door, grant, reason: grant, notAfter: system.now() + orderLasts })
    : await call('door.request', { door }, { session, timeoutMs: delays.door })
  const answer = result.ok ? ok(result.value.result) : result
  dispatch({ type: 'doorAnswered', door, session, result: answer })
  // The hub writes down what it refused itself.
  if (!answer.ok && hosted) outbox.enqueue('door.refusal', { door, why: answer.error.code }, { session })
}
