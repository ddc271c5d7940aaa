import type { ReceptionRow } from '../../../shared/contract/reception-view.ts'

/** The rows of the console by their short names. */
export type PresenceRow = ReceptionRow<'presence'>
export type GrantRow = ReceptionRow<'grant'>
export type DoorRow = ReceptionRow<'door'>
export type ActivityRow = ReceptionRow<'activity'>
export type MailRow = ReceptionRow<'mail'>
export type LockoutRow = ReceptionRow<'lockout'>
export type DeviceRow = ReceptionRow<'device'>
export type OrderRow = ReceptionRow<'order'>
export type ConflictRow = ReceptionRow<'conflict'>
export type ReservationRow = ReceptionRow<'reservation'>
export type SubscriptionRow = ReceptionRow<'subscription'>
export type InvitationRow = ReceptionRow<'invitation'>
export type RequestRow = ReceptionRow<'request'>
export type OfferRow = ReceptionRow<'offer'>
