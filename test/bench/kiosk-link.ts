import { identityFile } from '../../electron/core/store/identity.ts'
import { createLink, type Link } from '../../electron/core/sync/link.ts'
import { silentLog } from '../../electron/lib/log.ts'
import { realSystem } from '../../electron/lib/system.ts'
import { failure } from '../../shared/contract/errors.ts'

/** A kiosk's own link to a hub, not started. `dir` holds its identity; `pair` is needed the first time. */
export function kioskLink(url: string, dir: string, pair: string | null = null): Link {
  return createLink({
    url,
    identity: identityFile(dir, silentLog),
    pair,
    deviceName: 'Bench kiosk',
    version: 'bench',
    system: realSystem,
    log: silentLog,
    onUnlock: async () => failure('door-unknown'),
    onProved: () => {},
    onRevoked: () => {},
  })
}

/** Resolves as soon as the hub has taken it for who it is. */
export function goOnline(link: Link): Promise<void> {
  return new Promise((resolve) => {
    const stop = link.changed.on(() => {
      if (link.state().name !== 'online') return
      stop()
      resolve()
    })
    link.start()
  })
}
