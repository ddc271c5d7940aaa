import { createHash } from 'node:crypto'
import type { DeskRow } from '../../../shared/contract/rows.ts'
import type { Config } from '../config.ts'
import { isDemo, texts } from '../demo/data.ts'
import { demoDefaults } from '../demo/place.ts'
import type { StaffRecord } from '../store/staff.ts'
import { type Defaults, plainDefaults } from './defaults.ts'
import type { Run } from './run.ts'

export interface SetupOptions {
  config: Config
  simDoor: { host: string; port: number } | null
  /** Hashes of the PINs of `config.staff`, or of what stands for it. */
  staff: StaffRecord[] | null
}

/**
 * Brings the stored place in line with the settings file; what the file does not say has its default. Desks, doors and
 * staff that are no longer in it are retired, never deleted: bookings and the audit log speak of them.
 */
export function applySettings(run: Run, { config, simDoor, staff }: SetupOptions): void {
  const defaults = isDemo(run.store) ? demoDefaults() : plainDefaults()
  const location = putLocation(run, config, defaults)
  putDesks(run, location, config, defaults)
  putDoors(run, location, config, defaults, simDoor)
  if (staff) putStaff(run, staff)
  run.reloadPlace()
}

function putLocation(run: Run, { location: said = {} }: Config, defaults: Defaults): string {
  const { places } = run.store
  const { terms, privacyPolicy, idle, ...simple } = said
  const known = places.location()
  const name = said.name ?? defaults.location.name
  const version = terms?.version ?? 1
  const id = known?.id ?? defaults.location.id
  // A version that does not ask leaves the one that was asked for last (R3.2).
  const asked = terms?.ask === false ? Math.min(known?.termsVersion ?? 1, version) : version
  places.putLocation({
    ...defaults.location,
    ...simple,
    id,
    privacyPolicy: privacyPolicy ?? texts('privacy', name),
    termsVersion: asked,
    tax: said.tax ?? defaults.location.tax,
    idleAskAfter: idle?.askAfter ?? defaults.location.idleAskAfter,
    idleForgetAfter: idle?.forgetAfter ?? defaults.location.idleForgetAfter,
  })
  places.putNetworkLocation(id, name)
  for (const [language, text] of Object.entries(terms?.texts ?? texts('terms', name))) {
    places.putTerms(id, version, language, text, createHash('sha256').update(text).digest('hex'))
  }
  return id
}

function putDesks(run: Run, location: string, { desks: said }: Config, defaults: Defaults): void {
  const { items } = run.store
  const known = new Map(items.desks().map(({ row }) => [row.label, row.id]))
  const wanted =
    said?.map((desk) => ({
      ...desk,
      features: desk.features ?? [],
      visibility: desk.visibility ?? ('public' as const),
      bookable: true,
    })) ?? defaults.desks
  wanted.forEach((desk, position) => {
    const row: DeskRow = { ...desk, id: known.get(desk.label) ?? deskId(desk.label) }
    items.putDesk(location, row, position)
    known.delete(desk.label)
  })
  for (const id of known.values()) items.retire(id, run.now)
}

/** Readable, and the same again when a desk comes back. */
function deskId(label: string): string {
  return `desk-${label.toLowerCase().replaceAll(/\s+/g, '-')}`
}

function putDoors(
  run: Run,
  location: string,
  { doors: said }: Config,
  defaults: Defaults,
  simDoor: SetupOptions['simDoor'],
): void {
  const simulated = simDoor ? [{ ...defaults.door, driver: 'simulated' as const, ...simDoor }] : []
  const wanted = said?.map((door) => ({ ...door, pulse: door.pulse ?? defaults.door.pulse })) ?? simulated
  for (const door of wanted) run.store.doors.put(location, door)
  const ids = new Set(wanted.map(({ id }) => id))
  for (const { id } of run.store.doors.all()) if (!ids.has(id)) run.store.doors.retire(id, run.now)
}

function putStaff(run: Run, wanted: readonly StaffRecord[]): void {
  for (const member of wanted) run.store.staff.put(member)
  const names = new Set(wanted.map(({ name }) => name))
  for (const { id, name } of run.store.staff.active())
    if (!names.has(name)) run.store.staff.setActive(id, false)
}
