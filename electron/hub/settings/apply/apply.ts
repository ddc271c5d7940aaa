import { createHash } from 'node:crypto'
import type { DeskRow } from '../../../../shared/contract/rows.ts'
import { localDateOf } from '../../../../shared/domain/time.ts'
import type { Config } from '../read/schema.ts'
import { isDemo, texts } from '../../demo/data.ts'
import { demoDefaults } from '../../demo/place.ts'
import type { StaffRecord } from '../../store/staff.ts'
import { type Defaults, plainDefaults } from './defaults.ts'
import { type Picture, storePictures } from '../../pictures/prepare.ts'
import { putPlans } from './plans.ts'
import type { Run } from '../../pipeline/context.ts'
import { putMembers, putNetwork } from './members.ts'
import { putOffers } from './offers.ts'

export interface SetupOptions {
  config: Config
  simDoor: { host: string; port: number } | null
  /** Hashes of the PINs of `config.staff`, or of what stands for it. */
  staff: StaffRecord[] | null
  /** What is due can be paid online (R3.5). */
  paysOnline: boolean
  /** The pictures that `config.offers` names. */
  pictures: ReadonlyMap<string, Picture>
}

/**
 * Brings the stored place in line with the settings file; what the file does not say has its default. Desks, doors and
 * staff that are no longer in it are retired, never deleted: bookings and the audit log speak of them.
 */
export function applySettings(
  run: Run,
  { config, simDoor, staff, pictures, paysOnline }: SetupOptions,
): void {
  const defaults = isDemo(run.store) ? demoDefaults() : plainDefaults()
  const location = putLocation(run, config, defaults, paysOnline)
  putNetwork(run, location, config.network ?? defaults.network)
  putMembers(run, location, config.members ?? [])
  putDesks(run, location, config, defaults)
  storePictures(run, pictures.values())
  const zone = run.store.places.location()?.zone ?? defaults.location.zone
  // The demo's own offers are seeded, as most of them depend on today's date.
  if (config.offers || !isDemo(run.store))
    putOffers(run, { id: location, zone }, config.offers ?? [], pictures)
  putPlans(run, location, config, defaults)
  putDoors(run, location, config, defaults, simDoor)
  if (staff) putStaff(run, staff)
  run.reloadPlace()
}

function putLocation(
  run: Run,
  { location: said = {} }: Config,
  defaults: Defaults,
  paysOnline: boolean,
): string {
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
    paysOnline,
    tax: said.tax ?? defaults.location.tax,
    idleAskAfter: idle?.askAfter ?? defaults.location.idleAskAfter,
    idleForgetAfter: idle?.forgetAfter ?? defaults.location.idleForgetAfter,
  })
  places.putNetworkLocation(id, name)
  putTerms(run, id, version, terms?.texts ?? texts('terms', name))
  return id
}

/** The version that is shown from now on. One whose words change needs a new number: whoever accepted it saw the old ones. */
function putTerms(run: Run, location: string, version: number, wanted: Record<string, string>): void {
  const { places, meta } = run.store
  const known = places.terms(location, version)
  for (const [language, text] of Object.entries(wanted)) {
    const hash = createHash('sha256').update(text).digest('hex')
    if (known[language] && known[language].hash !== hash)
      run.log('warn', 'terms-changed-under-their-number', { version, language })
    places.putTerms(location, version, language, text, hash)
  }
  meta.set('terms', String(version))
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
  const today = localDateOf(run.now, run.store.places.location()?.zone ?? 'Etc/UTC')
  wanted.forEach((desk, position) => {
    const id = known.get(desk.label) ?? deskId(desk.label)
    // A desk that is somebody's own stays theirs, whatever the file says of it.
    const isOwn = run.store.entitlements.assignedTo(id, today) !== undefined
    const row: DeskRow = { ...desk, id, bookable: desk.bookable && !isOwn }
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
