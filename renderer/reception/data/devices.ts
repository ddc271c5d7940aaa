import type { DeviceRow } from './rows.ts'

/** Milliseconds from which a clock is off: grants then begin and end at the wrong time. */
const clockOffFrom = 5000

/** Whole seconds that the clock of a door or device is off, ahead positive; null when it is right or unknown. */
export function clockOff(skewMs: number | null): number | null {
  if (skewMs === null || Math.abs(skewMs) < clockOffFrom) return null
  return Math.round(skewMs / 1000)
}

/** Those in service first, then by name. */
export function byDevice(a: DeviceRow, b: DeviceRow): number {
  return Number(a.revoked) - Number(b.revoked) || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1)
}
