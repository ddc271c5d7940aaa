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
import { type LockReason, type OpenConsole, openConsole, sessionEnder } from './console.ts'
import { receptionHandlers } from './verbs.ts'

/** Changes are gathered for this long, milliseconds: a busy hour must not redraw the console for each row. */
const gather = 40

interface Parts {
  link: Link
  call: Call
  catalogue: Catalogue
  system: System
  log: Log
  language: Language | null
  meta: MetaTable
  device(): Identity | null
}

export interface Reception {
  attach(port: PortLike): void
  /** Link or location have changed. */
  changed(): void
  close(): void
}

/** Reception's console (R8): locked until a member of staff gives their PIN, and again 60 s after the last touch. */
export function createReception(parts: Parts): Reception {
  const { link, call, catalogue, system, log, meta, device } = parts
  let open: OpenConsole | null = null
  let why: LockReason = 'start'
  let staff: { id: string; name: string }[] = []
  let asking = false
  let page: { port: PortLike; send: (view: ReceptionView) => void } | null = null
  let cancelDraw: (() => void) | null = null
  const sessions = sessionEnder(link, call)

  const language = (): Language => {
    const chosen = languageSchema.safeParse(meta.get('language'))
    return chosen.success ? chosen.data : (parts.language ?? catalogue.location()?.languages[0] ?? 'en')
  }

  const lock = (): ReceptionView['lock'] => {
    if (open) return { state: 'open', staff: open.staff, lockAt: open.lockAt() }
    if (!link.paired() || !device()?.roles.includes('reception')) return { state: 'unpaired' }
    return { state: 'locked', staff, why: link.view() === 'offline' ? 'hub-away' : why }
  }

  const view = (): ReceptionView => ({
    link: link.view(),
    language: language(),
    location: catalogue.location(),
    lock: lock(),
    data: open?.data() ?? null,
    device: device()?.device ?? '',
  })

  const draw = (): void => {
    cancelDraw ??= system.after(gather, () => {
      cancelDraw = null
      page?.send(view())
    })
  }

  const lockNow = (reason: LockReason): void => {
    if (!open) return
    open.stop()
    sessions.end(open.token)
    open = null
    why = reason
    void askStaff()
    draw()
  }

  /** Who may sign in: from the hub every time, as the list names people and is kept nowhere (I7). */
  const askStaff = async (): Promise<void> => {
    if (asking || open || !page || lock().state === 'unpaired') return
    asking = true
    const answer = await call('staff.list', {})
    asking = false
    if (!answer.ok) return
    staff = answer.value.staff
    draw()
  }

  const signIn = async (input: { staff: string; pin: string }): Promise<Result<unknown, FoyerError>> => {
    if (!pinSchema.safeParse(input.pin).success) return failure('pin-wrong')
    const answer = await call('staff.signIn', input)
    if (!answer.ok) return answer
    const { session: token, name } = answer.value
    open?.stop()
    const console = openConsole({ token, staff: name, link, system, log, changed: draw, onLock: lockNow })
    const started = await console.start()
    if (!started.ok) {
      console.stop()
      sessions.end(token)
      return started
    }
    open = console
    draw()
    return ok({})
  }

  const handlers = receptionHandlers({
    call,
    token: () => open?.token ?? null,
    signIn,
    signOut: () => lockNow('signed-out'),
    touched: () => open?.touched(),
    sessionLost: () => lockNow('signed-out'),
    setLanguage: (chosen) => {
      meta.set('language', chosen)
      draw()
    },
  })

  return {
    attach: (port) => {
      page?.port.close()
      const push = servePort(port, 'reception', handlers, () => {
        if (page?.port === port) page = null
      })
      page = { port, send: sliceSender(push) }
      draw()
      void askStaff()
    },
    changed: () => {
      if (open && !link.paired()) lockNow('signed-out')
      if (link.state().name === 'online') void askStaff()
      draw()
    },
    close: () => {
      open?.stop()
      open = null
      cancelDraw?.()
      sessions.close()
      page?.port.close()
    },
  }
}
