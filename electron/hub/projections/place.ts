import type { ScopeKey } from '../seam/engine.ts'
import { projectDevice } from '../commands/devices/devices.ts'
import { projectDoor } from '../commands/doors/doors.ts'
import { projectAllGrants } from '../commands/doors/hosts.ts'
import { publicOffers } from './offers.ts'
import type { Run } from '../pipeline/context.ts'

/**
 * What does not change while the hub runs: the place, its desks, offers, doors and devices. Done at every start, as
 * the settings file may have changed; rows that are equal get no new rev.
 */
export function projectPlace(run: Run): void {
  const { row, terms, doors, facts } = run.place()
  const { desks, items } = publicOffers(run)
  run.publish('catalogue', 'location', row.id, row)
  keepOnly(run, 'catalogue', 'location', [row.id])
  run.publish('catalogue', 'terms', String(terms.version), terms)
  keepOnly(run, 'catalogue', 'terms', [String(terms.version)])
  for (const desk of desks) run.publish('catalogue', 'desk', desk.id, desk)
  keepOnly(
    run,
    'catalogue',
    'desk',
    desks.map(({ id }) => id),
  )
  for (const item of items) run.publish('catalogue', 'item', item.id, item)
  keepOnly(
    run,
    'catalogue',
    'item',
    items.map(({ id }) => id),
  )

  const devices = run.store.devices.all()
  for (const device of devices) projectDevice(run, device)
  for (const door of doors.values()) projectDoor(run, door)
  keepOnly(run, 'reception', 'door', [...doors.keys()])
  for (const { id } of devices) {
    const hosted = [...doors.values()].filter(({ hostDevice }) => hostDevice === id)
    keepOnly(
      run,
      `doors:${id}`,
      'door',
      hosted.map((door) => door.id),
    )
  }
  projectGrantsIfPlaceChanged(run, JSON.stringify(facts))
}

function keepOnly(run: Run, key: ScopeKey, kind: string, ids: readonly string[]): void {
  for (const id of run.store.scopes.liveIds(key, kind)) {
    if (!ids.includes(id)) run.publishAny({ key, kind, id, row: null })
  }
}

/** Grants follow from the place too: its hours, its zone, its doors (R6.1). */
function projectGrantsIfPlaceChanged(run: Run, facts: string): void {
  if (run.store.meta.get('place') === facts) return
  run.store.meta.set('place', facts)
  projectAllGrants(run)
}
