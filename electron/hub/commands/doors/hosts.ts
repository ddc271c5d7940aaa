import type { JobContext } from '../../pipeline/context.ts'
import { projectAllGrants } from '../../projections/grants.ts'
import { projectDoor } from '../../projections/reception.ts'

/**
 * Gives every door of the location a device that speaks to it: the location's first kiosk that was paired. One whose device was revoked moves on.
 * A new host is told of the doors and of every grant.
 */
export function assignHosts(context: JobContext): void {
  const { store } = context
  const devices = store.devices.ofLocation(context.location)
  const usable = new Set(devices.filter(({ revokedAt }) => revokedAt === null).map(({ id }) => id))
  const host = devices.find(({ id, roles }) => usable.has(id) && roles.includes('kiosk'))?.id ?? null
  const orphans = store.doors
    .ofLocation(context.location)
    .filter(({ hostDevice }) => hostDevice === null || !usable.has(hostDevice))
  const moved = orphans.filter(({ hostDevice }) => hostDevice !== host)
  if (moved.length === 0) return
  for (const { id } of moved) store.doors.setHost(id, host)
  context.reloadPlaces()
  for (const door of context.place().doors.values()) projectDoor(context, door)
  projectAllGrants(context)
}
