import { createHash } from 'node:crypto'
import type { DeskRow } from '../../../../shared/contract/rows.ts'
import { localDateOf } from '../../../../shared/domain/time.ts'
import { type Picture, storePictures } from '../../pictures/prepare.ts'
import type { JobContext } from '../../pipeline/context.ts'
import type { StaffRecord } from '../../store/staff.ts'
import type { Config } from '../read/schema.ts'
import type { Defaults } from './defaults.ts'
import { putMembers, putNetwork } from './members.ts'
import { putOffers } from './offers.ts'
import { putPlans } from './plans.ts'
import { texts } from './texts.ts'

export interface SetupOptions {
  config: Config
  /** What the place is like where `config` does not say. */
  defaults: Defaults
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
  context: JobContext,
  { config, defaults, simDoor, staff, pictures, paysOnline }: SetupOptions,
): void {
  const { location } = context
  putLocation(context, config, defaults, paysOnline)
  putNetwork(context, location, config.network ?? defaults.network)
  putMembers(context, location, config.members ?? [])
  putDesks(context, location, config, defaults)
  storePictures(context, pictures.values())
  const zone = context.store.places.location(location)?.zone ?? defaults.location.zone
  if (config.offers || !defaults.offersElsewhere)
    putOffers(context, { id: location, zone }, config.offers ?? [], pictures)
  putPlans(context, location, config, defaults)
  putDoors(context, location, config, defaults, simDoor)
  if (staff) putStaff(context, staff)
  context.reloadPlaces()
}

function putLocation(
  context: JobContext,
  { location: said = {} }: Config,
  defaults: Defaults,
  paysOnline: boolean,
): void {
  const { places } = context.store
  const { terms, privacyPolicy, idle, ...simple } = said
  const known = places.location(context.location)
  const name = said.name ?? defaults.location.name
  const version = terms?.version ?? 1
  const id = context.location
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
  putTerms(context, id, version, terms?.texts ?? texts('terms', name))
}

/** The version that is shown from now on. One whose words change needs a new number: whoever accepted it saw the old ones. */
function putTerms(
  context: JobContext,
  location: string,
  version: number,
  wanted: Record<string, string>,
): void {
  const { places, meta } = context.store
  const known = places.terms(location, version)
  for (const [language, text] of Object.entries(wanted)) {
    const hash = createHash('sha256').update(text).digest('hex')
    if (known[language] && known[language].hash !== hash)
      context.log('warn', 'terms-changed-under-their-number', { version, language })
    places.putTerms(location, version, language, text, hash)
  }
  meta.set(`terms:${location}`, String(version))
}

function putDesks(context: JobContext, location: string, { desks: said }: Config, defaults: Defaults): void {
  const { items } = context.store
  const known = new Map(items.desks(location).map(({ row }) => [row.label, row.id]))
  const wanted =
    said?.map((desk) => ({
      ...desk,
      features: desk.features ?? [],
      visibility: desk.visibility ?? ('public' as const),
      bookable: true,
    })) ?? defaults.desks
  const today = localDateOf(context.now, context.store.places.location(location)?.zone ?? 'Etc/UTC')
  wanted.forEach((desk, position) => {
    const id = known.get(desk.label) ?? deskId(desk.label)
    // A desk that is somebody's own stays theirs, whatever the file says of it.
    const isOwn = context.store.entitlements.assignedTo(id, today) !== undefined
    const row: DeskRow = { ...desk, id, bookable: desk.bookable && !isOwn }
    items.putDesk(location, row, position)
    known.delete(desk.label)
  })
  for (const id of known.values()) items.retire(id, context.now)
}

/** Readable, and the same again when a desk comes back. */
function deskId(label: string): string {
  return `desk-${label.toLowerCase().replaceAll(/\s+/g, '-')}`
}

function putDoors(
  context: JobContext,
  location: string,
  { doors: said }: Config,
  defaults: Defaults,
  simDoor: SetupOptions['simDoor'],
): void {
  const simulated = simDoor ? [{ ...defaults.door, driver: 'simulated' as const, ...simDoor }] : []
  const wanted = said?.map((door) => ({ ...door, pulse: door.pulse ?? defaults.door.pulse })) ?? simulated
  for (const door of wanted) context.store.doors.put(location, door)
  const ids = new Set(wanted.map(({ id }) => id))
  for (const { id } of context.store.doors.ofLocation(location))
    if (!ids.has(id)) context.store.doors.retire(id, context.now)
}

function putStaff(context: JobContext, wanted: readonly StaffRecord[]): void {
  for (const member of wanted) context.store.staff.put(member)
  const names = new Set(wanted.map(({ name }) => name))
  for (const { id, name } of context.store.staff.active())
    if (!names.has(name)) context.store.staff.setActive(id, false)
}
