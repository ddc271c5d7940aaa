import type { Instant } from '../../../shared/domain/ids.ts'
import { backoff } from '../../lib/retry.ts'
import type { System } from '../../lib/system.ts'
import type { Call } from '../sync/calls.ts'
import { delays } from '../sync/delays.ts'
import type { Link } from '../sync/link.ts'

/** A link is renewed this long before it is over, milliseconds: who scans it has time to type. */
const renewedBefore = 60_000

interface HandoffDeps {
  link: Link
  call: Call
  system: System
  changed(): void
}

/** Keeps a fresh link for the home screen's QR while the hub is there (R7.4). */
export interface Handoff {
  current(): { id: string; url: string } | null
  /** Somebody is on their phone by way of it: it is not renewed under their hands. Afterwards it counts as used. */
  hold(on: boolean): void
  close(): void
}

export function createHandoff({ link, call, system, changed }: HandoffDeps): Handoff {
  let known: { id: string; url: string; expiresAt: Instant } | null = null
  let held = false
  let asking = false
  let online = false
  let failed = 0
  let cancel = (): void => {}

  const begin = async (): Promise<void> => {
    cancel()
    if (asking || held || !online) return
    asking = true
    const answer = await call('handoff.begin', {})
    asking = false
    if (answer.ok) {
      const { handoff, url, expiresAt } = answer.value
      failed = 0
      known = { id: handoff, url, expiresAt }
      cancel = system.after(Math.max(expiresAt - renewedBefore - system.now(), delays.retry.first), again)
      changed()
    } else {
      cancel = system.after(backoff(delays.retry, failed, 0), again)
      failed += 1
    }
  }
  const again = (): void => void begin()

  const stop = link.changed.on(look)
  function look(): void {
    const now = link.state().name === 'online'
    if (now === online) return
    online = now
    // A hub that was away may know nothing of it any more.
    if (online) again()
    else cancel()
  }
  look()

  return {
    current: () => (known && system.now() < known.expiresAt ? known : null),
    hold: (on) => {
      if (on === held) return
      held = on
      if (held) return
      known = null
      again()
    },
    close: () => {
      stop()
      cancel()
      online = false
    },
  }
}
