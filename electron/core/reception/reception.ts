import { type Language, languageSchema, pinSchema } from '../../../shared/contract/basics.ts'
import { type FoyerError, failure } from '../../../shared/contract/errors.ts'
import type { ReceptionView } from '../../../shared/contract/reception-view.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { Log } from '../../lib/log.ts'
import { type PortLike, servePort } from '../../lib/port.ts'
import type { System } from '../../lib/system.ts'
import { sliceSender } from '../slices.ts'
import type { Identity } from '../store/identity.ts'
import type { MetaTable } from '../store/meta.ts'
import type { Call } from '../sync/calls.ts'
import type { Catalogue } from '../sync/catalogue.ts'
import type { Link } from '../sync/link.ts'
import { type LockReason, openStaffSession, type StaffSession, signOutQueue } from './staff-session.ts'
import { receptionHandlers } from './verbs.ts'

/** Milliseconds for which changes are gathered before a push: a busy hour must not redraw the console for each row. */
const pushDelay = 40

interface ReceptionDependencies {
  link: Link
  call: Call
  catalogue: Catalogue
  system: System
  log: Log
  /** Given at start; what was chosen here wins. */
  language: Language | null
  meta: MetaTable
  /** null = not paired. */
  device(): Identity | null
}

export interface Reception {
  /** Serves the console's page over this port, in place of the one before. */
  attach(port: PortLike): void
  /** Link or location have changed. */
  changed(): void
  close(): void
}

/** Reception's console (R8): locked until a member of staff gives their PIN, and again 60 s after the last touch. */
export function createReception(deps: ReceptionDependencies): Reception {
  const { link, call, catalogue, system, log, meta, device } = deps
  let session: StaffSession | null = null
  let lockReason: LockReason = 'start'
  let staff: { id: string; name: string }[] = []
  let fetchingStaff = false
  let page: { port: PortLike; send: (view: ReceptionView) => void } | null = null
  let cancelPush: (() => void) | null = null
  const signOuts = signOutQueue(link, call)

  const language = (): Language => {
    const chosen = languageSchema.safeParse(meta.get('language'))
    return chosen.success ? chosen.data : (deps.language ?? catalogue.location()?.languages[0] ?? 'en')
  }

  const lock = (): ReceptionView['lock'] => {
    if (session) return { state: 'open', staff: session.staff, lockAt: session.lockAt() }
    if (!link.paired() || !device()?.roles.includes('reception')) return { state: 'unpaired' }
    return { state: 'locked', staff, why: link.view() === 'offline' ? 'hub-away' : lockReason }
  }

  const view = (): ReceptionView => ({
    link: link.view(),
    language: language(),
    location: catalogue.location(),
    lock: lock(),
    data: session?.data() ?? null,
    device: device()?.device ?? '',
  })

  const pushSoon = (): void => {
    cancelPush ??= system.after(pushDelay, () => {
      cancelPush = null
      page?.send(view())
    })
  }

  const lockNow = (reason: LockReason): void => {
    if (!session) return
    session.stop()
    signOuts.add(session.token)
    session = null
    lockReason = reason
    void fetchStaff()
    pushSoon()
  }

  /** Who may sign in: from the hub every time, as the list names people and is kept nowhere (I7). */
  const fetchStaff = async (): Promise<void> => {
    if (fetchingStaff || session || !page || lock().state === 'unpaired') return
    fetchingStaff = true
    const answer = await call('staff.list', {})
    fetchingStaff = false
    if (!answer.ok) return
    staff = answer.value.staff
    pushSoon()
  }

  const signIn = async (input: { staff: string; pin: string }): Promise<Result<unknown, FoyerError>> => {
    if (!pinSchema.safeParse(input.pin).success) return failure('pin-wrong')
    const answer = await call('staff.signIn', input)
    if (!answer.ok) return answer
    const { session: token, name } = answer.value
    session?.stop()
    const next = openStaffSession({
      token,
      staff: name,
      link,
      system,
      log,
      changed: pushSoon,
      onLock: lockNow,
    })
    const started = await next.start()
    if (!started.ok) {
      next.stop()
      signOuts.add(token)
      return started
    }
    session = next
    pushSoon()
    return ok({})
  }

  const handlers = receptionHandlers({
    call,
    token: () => session?.token ?? null,
    signIn,
    signOut: () => lockNow('signed-out'),
    touched: () => session?.touched(),
    sessionLost: () => lockNow('signed-out'),
    setLanguage: (chosen) => {
      meta.set('language', chosen)
      pushSoon()
    },
  })

  return {
    attach: (port) => {
      page?.port.close()
      const push = servePort(port, 'reception', handlers, () => {
        if (page?.port === port) page = null
      })
      page = { port, send: sliceSender(push) }
      pushSoon()
      void fetchStaff()
    },
    changed: () => {
      if (session && !link.paired()) lockNow('signed-out')
      if (link.state().name === 'online') void fetchStaff()
      pushSoon()
    },
    close: () => {
      session?.stop()
      session = null
      cancelPush?.()
      signOuts.close()
      page?.port.close()
    },
  }
}
