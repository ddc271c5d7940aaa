import type { DeviceRow } from './rows.ts'

/** Those in service first, then by name. */
export function byDevice(a: DeviceRow, b: DeviceRow): number {
  return Number(a.revoked) - Number(b.revoked) || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1)
}
