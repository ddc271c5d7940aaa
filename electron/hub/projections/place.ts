import type { ItemId } from '../../../shared/domain/ids.ts'
import type { JobContext } from '../pipeline/context.ts'
import { projectAllGrants } from './grants.ts'
import { keepOnly } from './keep-only.ts'
import { publicOffers, visibleDesks } from './offers.ts'
import { projectDevice, projectDoor } from './reception.ts'

/**
 * What does not change while the hub runs: the place, its desks, offers, doors and devices. Done at every start, as
 * the settings file may have changed; rows that are equal get no new rev.
 */
export function projectPlace(context: JobContext): void {
  const { row, terms, doors, facts } = context.place()
  const { desks, items } = publicOffers(context)
  context.publish('catalogue', 'location', row.id, row)
  keepOnly(context, 'catalogue', 'location', [row.id])
  context.publish('catalogue', 'terms', String(terms.version), terms)
  keepOnly(context, 'catalogue', 'terms', [String(terms.version)])
  for (const desk of desks) context.publish('catalogue', 'desk', desk.id, desk)
  keepOnly(
    context,
    'catalogue',
    'desk',
    desks.map(({ id }) => id),
  )
  for (const item of items) context.publish('catalogue', 'item', item.id, item)
  keepOnly(
    context,
    'catalogue',
    'item',
    items.map(({ id }) => id),
  )

  const devices = context.store.devices.ofLocation(context.location)
  for (const device of devices) projectDevice(context, device)
  for (const door of doors.values()) projectDoor(context, door)
  keepOnly(context, 'reception', 'door', [...doors.keys()])
  for (const { id } of devices) {
    const hosted = [...doors.values()].filter(({ hostDevice }) => hostDevice === id)
    keepOnly(
      context,
      `doors:${id}`,
      'door',
      hosted.map((door) => door.id),
    )
  }
  projectGrantsIfPlaceChanged(context, JSON.stringify(facts))
}

/** Grants follow from the place too: its hours, its zone, its doors (R6.1). */
function projectGrantsIfPlaceChanged(context: JobContext, facts: string): void {
  if (context.store.meta.get(`place:${context.location}`) === facts) return
  context.store.meta.set(`place:${context.location}`, facts)
  projectAllGrants(context)
}

/** Desks that changed, for everybody who may know of them. */
export function projectDesks(context: JobContext, changed: readonly ItemId[]): void {
  for (const desk of visibleDesks(context, null))
    if (changed.includes(desk.id)) context.publish('catalogue', 'desk', desk.id, desk)
}
