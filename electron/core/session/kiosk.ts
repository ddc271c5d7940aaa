import type { Language } from '../../../shared/contract/basics.ts'
import { kioskVerbs, type PortVerb } from '../../../shared/contract/ipc.ts'
import type { KioskView } from '../../../shared/contract/kiosk-view.ts'
import { ok } from '../../../shared/domain/result.ts'
import type { Log } from '../../lib/log.ts'
import { type PortHandlers, type PortLike, servePort } from '../../lib/port.ts'
import { newId, type System } from '../../lib/system.ts'
import type { DoorHost } from '../doors/host.ts'
import { sliceSender } from '../slices.ts'
import type { Call } from '../sync/calls.ts'
import type { Catalogue } from '../sync/catalogue.ts'
import type { Link } from '../sync/link.ts'
import type { Outbox } from '../sync/outbox.ts'
import type { Pictures } from '../sync/pictures.ts'
import type { Promises } from '../sync/promises.ts'
import { createBooking } from './book.ts'
import { createEffects } from './effects.ts'
import type { FlowContext, FlowEvent, Intent } from './events.ts'
import { canForget } from './flow/context.ts'
import { isStepOnPhone } from './flow/phone.ts'
import { isIntent, reduce } from './flow.ts'
import { createHandoff } from './handoff.ts'
import { createIdle } from './idle.ts'
import { factsIn } from './person.ts'
import { createSessionData } from './session-data.ts'
import { initialState } from './state.ts'
import { seenBy } from './steps.ts'
import { homeOf, kioskView } from './view.ts'

/** How often the clock alone is looked at: days end, bookings run out. Milliseconds. */
const tick = 15_000

export interface KioskDeps {
  link: Link
  call: Call
  outbox: Outbox
  promises: Promises
  catalogue: Catalogue
  pictures: Pictures
  doors: DoorHost
  system: System
  log: Log
  language: Language | null
  windowed: boolean
  onLeave(): void
}

export interface Kiosk {
  /** Serves a page; the one before it is let go. */
  attach(port: PortLike): void
  /** Rows, pictures or link have changed. */
  /** The home screen as whoever comes next finds it: nothing of who is here now is in it (I7). null while not paired. */
  home(): KioskView | null
  contextChanged(): void
  close(): void
}

/** Runs the flow: takes events in, has its effects done, shows the page what came of it. */
export function createKiosk(deps: KioskDeps): Kiosk {
  const { link, outbox, catalogue, pictures, system, log } = deps
  let state = initialState
  let page: { port: PortLike; send: (view: KioskView) => void } | null = null
  let drawing = false
  let closed = false
  let cancelTick = (): void => {}

  const handoff = createHandoff({ ...deps, changed: () => draw() })
  const context = (): FlowContext => ({
    now: system.now(),
    catalogue,
    link: link.view(),
    paired: link.paired(),
    pairingAlone: link.pairingAlone(),
    pairingError: link.pairingError(),
    language: deps.language,
    handoff: handoff.current(),
    hasPicture: pictures.has,
    newId: () => newId(system),
  })

  const draw = (): void => {
    if (drawing) return
    drawing = true
    // Many events may come in one turn; the page gets what stands at its end.
    queueMicrotask(() => {
      drawing = false
      if (!closed) page?.send(kioskView(state, context(), deps.windowed))
    })
  }

  const dispatch = (event: FlowEvent): void => {
    if (closed) return
    const before = state.screen.name
    const step = reduce(state, event, context())
    state = step.state
    if (state.screen.name !== before) log('debug', 'screen', { name: state.screen.name })
    idle.watch(canForget(state))
    if (isIntent(event) || isStepOnPhone(state, event)) idle.touched()
    follow()
    for (const effect of step.effects) runEffect(effect)
    draw()
  }

  /** What hangs on who is signed in, and on what is on the screen. */
  const follow = (): void => {
    const { signedIn, screen } = state
    sessionData.follow(signedIn)
    const photos = signedIn?.offers?.items.flatMap(({ photo }) => photo ?? []) ?? []
    pictures.offered(photos, signedIn?.session ?? null)
    handoff.hold(screen.name === 'phone')
  }

  const idle = createIdle({
    system,
    times: () => {
      const location = catalogue.location()
      return { askAfter: location?.idleAskAfter ?? 45, forgetAfter: location?.idleForgetAfter ?? 15 }
    },
    ask: (forgetAt) => dispatch({ type: 'idleAsk', forgetAt }),
    forget: () => dispatch({ type: 'idleForget' }),
  })
  const sessionData = createSessionData({ ...deps, dispatch })
  const booking = createBooking({ ...deps, catalogue: () => seenBy(state, context()).catalogue, dispatch })
  const factsOf = (session: string) => (state.signedIn?.session === session ? factsIn(state) : null)
  const runEffect = createEffects({ ...deps, booking, factsOf, dispatch })

  const stopEvents = link.events.on((happening) => {
    const { event, body } = happening
    if (event === 'mail') dispatch({ type: 'mailStatus', ...body })
    else if (event === 'person') dispatch({ type: 'personChanged', ...body })
    else if (event === 'offers') dispatch({ type: 'offersChanged', ...body })
    else if (event === 'handoff') dispatch({ type: 'handoff', ...body })
    else if (event === 'greeted') dispatch({ type: 'greeted', ...body })
    else if (event === 'sessionEnded') dispatch({ type: 'sessionEnded', ...body })
  })

  const everyTick = (): void => {
    cancelTick = system.after(tick, () => {
      dispatch({ type: 'contextChanged' })
      everyTick()
    })
  }

  if (outbox.size() > 0) dispatch({ type: 'restarted' })
  dispatch({ type: 'contextChanged' })
  everyTick()

  return {
    attach: (port) => {
      page?.port.close()
      const push = servePort(port, 'kiosk', handlers(dispatch), () => {
        if (page?.port === port) page = null
      })
      page = { port, send: sliceSender(push) }
      draw()
    },
    home: () => (link.paired() ? homeOf(context(), deps.windowed) : null),
    contextChanged: () => dispatch({ type: 'contextChanged' }),
    close: () => {
      closed = true
      cancelTick()
      idle.close()
      booking.close()
      sessionData.close()
      handoff.close()
      stopEvents()
      page?.port.close()
    },
  }
}

/** Every verb becomes the event of its name; what came of it is in the view. */
function handlers(dispatch: (event: FlowEvent) => void): PortHandlers<'kiosk'> {
  const verbs = Object.keys(kioskVerbs) as PortVerb<'kiosk'>[]
  const entries = verbs.map((type) => [
    type,
    (input: object) => {
      dispatch({ type, ...input } as Intent)
      return ok({})
    },
  ])
  return Object.fromEntries(entries) as PortHandlers<'kiosk'>
}
