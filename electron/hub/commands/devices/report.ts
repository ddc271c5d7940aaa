import type { DeviceVerbIn } from '../../../../shared/contract/socket.ts'
import type { DeviceId, Instant } from '../../../../shared/domain/ids.ts'
import type { JobContext, LocationDeps } from '../../pipeline/context.ts'
import { loadPerson } from '../../pipeline/load-person.ts'
import { projectGrants } from '../../projections/grants.ts'
import { projectDoor } from '../../projections/reception.ts'
import type { DoorRecord } from '../../store/doors.ts'
import { deviceHealth, farApart, isNews } from './devices.ts'

type Report = DeviceVerbIn<'report'>
type DoorReport = Report['doors'][number]
type HeldReport = DoorReport['held'][number]

/** Milliseconds: see `isNews`. */
const confirmedStep = 30_000
const skewStep = 1000

/** What was last reported of each door's grants, so that a report which says the same again costs no look-ups. */
export type LastHeld = Map<string, Map<string, string>>

/** What of a report differs from what is known; null when nothing does: then the disk is left alone. */
export function newsOf(deps: LocationDeps, last: LastHeld, id: DeviceId, report: Report) {
  const now = deps.system.now()
  const device = deps.store.devices.find(id)
  if (!device || device.revokedAt !== null) return null
  const health = { online: true, queue: report.queue, clockSkewMs: report.now - now }
  const hosted = report.doors.filter((door) => deps.place().doors.get(door.id)?.hostDevice === id)
  const doors = hosted.filter((door) => doorChanged(deps.place().doors.get(door.id), door))
  const held = hosted.flatMap((door) => heldNews(last, door).map((one) => ({ door: door.id, ...one })))
  if (!isNews(device, health, now) && doors.length === 0 && held.length === 0) return null
  return { health, doors, held }
}

function doorChanged(known: DoorRecord | undefined, report: DoorReport): boolean {
  return (
    known !== undefined &&
    (known.online !== report.online ||
      known.detail !== report.detail ||
      known.credentials !== report.credentials ||
      farApart(known.confirmedAt, report.confirmedAt, confirmedStep) ||
      farApart(known.clockSkewMs, report.clockSkewMs, skewStep))
  )
}

function heldNews(last: LastHeld, { id, held }: DoorReport): HeldReport[] {
  const known = last.get(id)
  return held.filter(({ grant, state }) => known?.get(grant) !== state)
}

/** Keeps what a device said of itself, its doors, and what they hold (R6.3, R8.1). */
export function keepReport(
  context: JobContext,
  id: DeviceId,
  news: NonNullable<ReturnType<typeof newsOf>>,
): void {
  deviceHealth(context, id, news.health)
  for (const { id: door, online, detail, confirmedAt, clockSkewMs, credentials } of news.doors) {
    const known = context.place().doors.get(door)
    if (!known) continue
    const health = { online, detail, confirmedAt, clockSkewMs, credentials }
    context.store.doors.setHealth(door, health)
    projectDoor(context, { ...known, ...health })
  }
  if (news.doors.length > 0) context.reloadPlaces()
  keepHeld(context, news.held)
}

function keepHeld(
  context: JobContext,
  reported: readonly (HeldReport & { door: string; at: Instant })[],
): void {
  const accounts = new Set<string>()
  for (const { door, grant, state, at } of reported) {
    const record = context.store.grants.find(grant)
    if (!record || record.stage === 2 || record.held[door]?.state === state) continue
    context.store.grants.setHeld(grant, { ...record.held, [door]: { state, at } })
    accounts.add(record.account)
  }
  for (const account of accounts) {
    const person = loadPerson(context, account, context.now)
    if (person) projectGrants(context, person)
  }
}

/** To be called once it is on disk. A report says what changed only, so it adds to what was said before. */
export function remember(last: LastHeld, { held }: NonNullable<ReturnType<typeof newsOf>>): void {
  for (const { door, grant, state } of held) {
    const known = last.get(door) ?? new Map<string, string>()
    // Most grants come and go with a day: what is gone is not asked about again.
    if (state === 'gone') known.delete(grant)
    else known.set(grant, state)
    last.set(door, known)
  }
}
