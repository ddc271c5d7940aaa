import type { System } from '../../lib/system.ts'
import type { DoorHost } from '../doors/host.ts'
import { delays } from './delays.ts'
import { createHeldNews } from './held-news.ts'
import type { Link } from './link.ts'
import type { Outbox } from './outbox.ts'

/** Tells the hub how this device and its doors are (R8.1), and finds out that the line is dead. */
export interface Reporter {
  /** Something about the doors has changed. */
  soon(): void
  close(): void
}

export function createReporter(
  link: Pick<Link, 'ask' | 'state' | 'drop' | 'changed'>,
  outbox: Pick<Outbox, 'size'>,
  doors: Pick<DoorHost, 'reports'>,
  system: System,
): Reporter {
  const { every, atMostEvery } = delays.report
  const news = createHeldNews()
  let cancel = (): void => {}
  let dueAt = Number.POSITIVE_INFINITY
  let sentAt = 0
  let sending = false
  /** It became due while an answer was awaited. */
  let again = false
  let closed = false

  const isOnline = (): boolean => link.state().name === 'online'

  /** One report at a time, or what the hub has taken and what not would be anybody's guess. */
  const send = async (): Promise<void> => {
    arm(every)
    if (sending) {
      again = true
      return
    }
    sending = true
    again = false
    while (isOnline() && !closed && (await sendOne()));
    sending = false
    if (again) soon()
  }

  /** Resolves with whether the next one is to follow at once. */
  const sendOne = async (): Promise<boolean> => {
    sentAt = system.now()
    const said = news.of(doors.reports())
    const answer = await link.ask('report', { queue: outbox.size(), now: system.now(), doors: said.doors })
    if (answer.ok) {
      news.told(said.doors)
      return said.more
    }
    // Half-open connections look alive for long; two parties that both wait notice nothing.
    if (answer.error.code === 'hub-unreachable' && !closed) link.drop()
    return false
  }

  const arm = (ms: number): void => {
    if (closed) return
    cancel()
    dueAt = system.now() + ms
    cancel = system.after(ms, () => void send())
  }

  const soon = (): void => {
    const wait = Math.max(atMostEvery - (system.now() - sentAt), 0)
    if (system.now() + wait < dueAt) arm(wait)
  }

  let wasOnline = false
  const stop = link.changed.on(() => {
    const online = isOnline()
    if (online && !wasOnline) {
      news.forget()
      soon()
    }
    wasOnline = online
  })
  arm(every)
  return {
    soon,
    close: () => {
      closed = true
      cancel()
      stop()
    },
  }
}
