import type { Instant } from '../../shared/domain/ids.ts'
import {
  type Answer,
  type ControllerEvent,
  type Held,
  type InputOf,
  maxListed,
  type Refusal,
  type Request,
} from './protocol.ts'
import type { State } from './state.ts'

/** How many events a board remembers. */
export const eventsKept = 1000

export interface Stepped {
  state: State
  answer: Answer
  /** Seconds for which the lock is to be released. */
  release?: number
}

/**
 * What the controller does with one request: pure, with the machine's time passed in. `room`: how many credentials fit.
 * `open`: whether the lock is released.
 */
export function step(
  state: State,
  request: Request,
  machineNow: Instant,
  room: number,
  open: boolean,
): Stepped {
  const now = Math.max(0, machineNow + state.clockOffset)
  const { id } = request
  const yes = (next: State, fields: Record<string, unknown> = {}): Stepped => ({
    state: next,
    answer: { id, ok: true, ...fields },
  })
  const no = (error: Refusal, detail: string): Stepped => ({
    state,
    answer: { id, ok: false, error, detail },
  })

  switch (request.op) {
    case 'health': {
      const { serial, held, next } = state
      return yes(state, {
        serial,
        time: now,
        credentials: held.size,
        capacity: room,
        lastEvent: next - 1,
        open,
      })
    }
    case 'put': {
      const { grant, credential, from, until } = request
      if (!state.held.has(grant) && state.held.size >= room) return no('full', `${room} credentials held`)
      return yes({ ...state, held: new Map(state.held).set(grant, { grant, credential, from, until }) })
    }
    case 'delete': {
      if (!state.held.has(request.grant)) return yes(state)
      const held = new Map(state.held)
      held.delete(request.grant)
      return yes({ ...state, held })
    }
    case 'list': {
      const { offset } = request
      const held = [...state.held.values()].slice(offset, offset + maxListed)
      return yes(state, { held, total: state.held.size })
    }
    case 'unlock': {
      const { seconds, reason, grant, notAfter } = request
      if (now > notAfter) return no('too-late', `${now - notAfter} ms past notAfter by its own clock`)
      const event = { kind: 'unlocked', at: now, grant, reason } as const
      return { ...yes(happened(state, event)), release: seconds }
    }
    case 'events':
      return yes(state, eventsAfter(state, request))
    case 'setClock':
      return yes({ ...state, clockOffset: Math.round(request.now - machineNow) })
    case 'swipe': {
      const held = judge(state, request.credential, now)
      const kind = held.opens ? 'granted' : 'denied'
      const next = happened(state, { kind, at: now, grant: held.grant, reason: held.why })
      return { ...yes(next, { granted: held.opens }), ...(held.opens && { release: 5 }) }
    }
    case 'sim': {
      const { clockOffset = state.clockOffset, happens } = request
      const turned = { ...state, clockOffset }
      if (!happens) return yes(turned)
      return yes(happened(turned, { kind: happens, at: now, grant: null, reason: '' }))
    }
  }
}

function happened(state: State, event: Omit<ControllerEvent, 'index'>): State {
  const events = [...state.events, { index: state.next, ...event }].slice(-eventsKept)
  return { ...state, events, next: state.next + 1 }
}

function eventsAfter(state: State, { after, limit }: InputOf<'events'>): Record<string, unknown> {
  const events = state.events.filter(({ index }) => index > after).slice(0, limit)
  const last = state.next - 1
  const overwritten = after < last && events[0]?.index !== after + 1
  return { events, last, overwritten }
}

/** A person may hold several grants with one credential: any that runs opens. */
function judge(
  state: State,
  credential: number,
  now: Instant,
): { opens: boolean; grant: string | null; why: string } {
  const known: Held[] = [...state.held.values()].filter((held) => held.credential === credential)
  const running = known.find(({ from, until }) => from <= now && (until === null || now < until))
  if (running) return { opens: true, grant: running.grant, why: 'swipe' }
  const [other] = known
  if (!other) return { opens: false, grant: null, why: 'credential unknown' }
  return { opens: false, grant: other.grant, why: now < other.from ? 'too early' : 'over' }
}
