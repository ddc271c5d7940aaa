import type { System } from '../../lib/system.ts'
import type { DoorHost } from '../doors/host.ts'
import { delays } from './delays.ts'
import type { Link } from './link.ts'
import type { Outbox } from './outbox.ts'

/** Tells the hub how this device and its doors are (R8.1), and finds out that the line is dead. */
export interface Reporter {
  /** Something about the doors has changed. */
  soon(): void
  close(): void
}

export function createReporter(link: Link, outbox: Outbox, doors: DoorHost, system: System): Reporter {
  const { every, atMostEvery } = delays.report
  let cancel = (): void => {}
  let dueAt = Number.POSITIVE_INFINITY
  let sentAt = 0
  let closed = false

  const send = async (): Promise<void> => {
    arm(every)
    if (link.state().name !== 'online') return
    sentAt = system.now()
    const answer = await link.ask('report', {
      queue: outbox.size(),
      now: system.now(),
      doors: doors.reports(),
    })
    // Half-open connections look alive for long; two parties that both wait notice nothing.
    if (!answer.ok && answer.error.code === 'hub-unreachable' && !closed) link.drop()
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
    const online = link.state().name === 'online'
    if (online && !wasOnline) soon()
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
