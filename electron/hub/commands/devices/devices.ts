import type { DeviceId, Instant } from '../../../../shared/domain/ids.ts'
import type { JobContext } from '../../pipeline/context.ts'
import { projectDevice, projectDoor } from '../../projections/reception.ts'
import type { DeviceRecord } from '../../store/devices.ts'

type Health = Partial<Pick<DeviceRecord, 'online' | 'version' | 'queue' | 'clockSkewMs'>>

/** Milliseconds: a clock reading that differs by less, or a "last seen" that is younger, is no news worth a disk write. */
const skewStep = 1000
const seenStep = 30_000

export function isNews(device: DeviceRecord, health: Health, now: Instant): boolean {
  return (
    (health.online ?? device.online) !== device.online ||
    (health.version ?? device.version) !== device.version ||
    (health.queue ?? device.queue) !== device.queue ||
    now - (device.seenAt ?? -Infinity) >= seenStep ||
    farApart(device.clockSkewMs, health.clockSkewMs, skewStep)
  )
}

/** Whether a reading moved by `step` or more, or came or went; a missing new one says nothing. */
export function farApart(known: number | null, reported: number | null | undefined, step: number): boolean {
  if (reported === undefined) return false
  if (known === null || reported === null) return known !== reported
  return Math.abs(known - reported) >= step
}

/** Keeps how a device is, and what that means for the doors behind it. */
export function deviceHealth(context: JobContext, id: DeviceId, health: Health): void {
  const known = context.store.devices.find(id)
  if (!known || known.revokedAt !== null || !isNews(known, health, context.now)) return
  const clockSkewMs =
    health.clockSkewMs === undefined ? known.clockSkewMs : Math.round(health.clockSkewMs ?? 0)
  const device = { ...known, ...health, clockSkewMs, seenAt: context.now }
  context.store.devices.setHealth(device)
  projectDevice(context, device)
  if (known.online && !device.online) doorsOutOfSight(context, id)
}

/** Whoever speaks to the door is away: nobody knows how it is. */
function doorsOutOfSight(context: JobContext, host: DeviceId): void {
  for (const door of context.place().doors.values()) {
    if (door.hostDevice !== host || !door.online) continue
    const away = { ...door, online: false, detail: 'host-away' }
    context.store.doors.setHealth(door.id, away)
    projectDoor(context, away)
  }
  context.reloadPlaces()
}

/** After a start of the hub nobody is connected yet. */
export function nobodyConnected(context: JobContext): void {
  for (const device of context.store.devices.ofLocation(context.location)) {
    if (device.revokedAt === null && device.online) {
      const offline = { ...device, online: false }
      context.store.devices.setHealth(offline)
      projectDevice(context, offline)
      doorsOutOfSight(context, device.id)
    }
  }
}
