import { projectDoor } from './doors.ts'
import { loadPerson } from '../../projections/person.ts'
import { projectGrants } from '../../projections/grants.ts'
import type { Run } from '../../pipeline/context.ts'

/**
 * Gives every door a device that speaks to it: the first kiosk that was paired. One whose device was revoked moves on.
 * A new host is told of the doors and of every grant.
 */
export function assignHosts(run: Run): void {
  const { store } = run
  const devices = store.devices.all()
  const usable = new Set(devices.filter(({ revokedAt }) => revokedAt === null).map(({ id }) => id))
  const host = devices.find(({ id, roles }) => usable.has(id) && roles.includes('kiosk'))?.id ?? null
  const orphans = store.doors.all().filter(({ hostDevice }) => hostDevice === null || !usable.has(hostDevice))
  const moved = orphans.filter(({ hostDevice }) => hostDevice !== host)
  if (moved.length === 0) return
  for (const { id } of moved) store.doors.setHost(id, host)
  run.reloadPlace()
  for (const door of run.place().doors.values()) projectDoor(run, door)
  projectAllGrants(run)
}

/** Every grant that is not over: after doors or hosts changed. Slow with many members, and rare. */
export function projectAllGrants(run: Run): void {
  for (const account of run.store.grants.accounts()) {
    const person = loadPerson(run, account, run.now)
    if (person) projectGrants(run, person)
  }
}
