/** Milliseconds since the Unix epoch, UTC. */
export type Instant = number
/** A day in the location's own calendar, 'YYYY-MM-DD' (R5.7). */
export type LocalDate = string
/** A wall-clock time in the location's zone, 'HH:MM', 24 h; '24:00' is the end of the day. */
export type LocalTime = string
/** An IANA time zone name, e.g. 'Europe/Berlin'. */
export type Zone = string

export type AccountId = string
export type BookingId = string
export type DeviceId = string
export type DoorId = string
export type GrantId = string
export type ItemId = string
export type LocationId = string
export type OrderId = string
export type PassId = string
export type PlanId = string
export type StaffId = string
